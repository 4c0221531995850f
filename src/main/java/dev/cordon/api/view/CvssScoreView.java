package dev.cordon.api.view;

import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVersion;
import dev.cordon.cvss.Severity;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
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
        @Description("Severity of the overall score.") Severity severity) {
    public static CvssScoreView of(CvssScore score) {
        return new CvssScoreView(
                score.vector().text(),
                score.vector().version(),
                score.baseScore(),
                score.baseSeverity(),
                score.temporalScore(),
                score.environmentalScore(),
                score.overallScore(),
                score.severity());
    }
}
