package dev.cordon.api.view;

import dev.cordon.cvss.Severity;
import io.smallrye.graphql.api.DefaultNonNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A score of the incident, as a report tells it. */
@Type("ReportedScore")
@Description("A score of the incident, as a report tells it.")
@DefaultNonNull
public record ReportedScoreView(
        @Description("When it was recorded.") Instant at,
        @Description("Overall score, 0.0 to 10.0.") BigDecimal overallScore,
        @Description("Severity of the overall score.") Severity severity,
        @Description("The CVSS vector.") String vector) {
    public static ReportedScoreView of(ScoreView score) {
        return new ReportedScoreView(score.scoredAt(), score.overallScore(), score.severity(), score.vector());
    }
}
