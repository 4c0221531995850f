package dev.cordon.api.view;

import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVersion;
import dev.cordon.cvss.Severity;
import dev.cordon.cvss.VectorWords;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What a CVSS vector says. */
@Type("CvssScore")
@Description("What a CVSS vector says.")
@DefaultNonNull
public record CvssScoreView(
        @Description("The vector.") String vector,
        @Description("Version of CVSS it is written in.") CvssVersion version,
        @Description("Base score, 0.0 to 10.0.") BigDecimal baseScore,
        @Description("Severity of the base score.") Severity baseSeverity,

        @Description("Temporal (3.x) or threat (4.0) score; null without such metrics.") @Nullable
        BigDecimal temporalScore,

        @Description("Environmental score; null without such metrics.") @Nullable
        BigDecimal environmentalScore,

        @Description("Score of the whole vector.") BigDecimal overallScore,
        @Description("Severity of the overall score.") Severity severity,

        @Description("CVSS-B, -BT, -BE or -BTE, after the groups of a 4.0 vector that took part; null for 3.x.")
        @Nullable
        String nomenclature,

        @Description("The base metrics in one sentence.") String sentence,

        @Description("What each metric it mentions says, in the order of the specification.")
        List<@NonNull CvssJudgementView> judgements) {
    public static CvssScoreView of(CvssScore score) {
        VectorWords words = new VectorWords(score.vector());
        return new CvssScoreView(
                score.vector().text(),
                score.vector().version(),
                score.baseScore(),
                score.baseSeverity(),
                score.temporalScore(),
                score.environmentalScore(),
                score.overallScore(),
                score.severity(),
                words.nomenclature(),
                words.sentence(),
                words.judgements().stream().map(CvssJudgementView::of).toList());
    }
}
