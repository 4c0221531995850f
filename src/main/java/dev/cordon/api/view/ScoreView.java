package dev.cordon.api.view;

import dev.cordon.cvss.CvssVersion;
import dev.cordon.cvss.Severity;
import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** One CVSS assessment. Score and severity are computed from the vector. */
@Type("Score")
@Description("One CVSS assessment. Score and severity are computed from the vector.")
@DefaultNonNull
public record ScoreView(
        @Description("Identifies the score.") @Id String id,
        @Description("The CVSS vector as it was given.") String vector,

        @Description("Version of CVSS the vector is written in.")
        CvssVersion version,

        @Description("Base score, 0.0 to 10.0.") BigDecimal baseScore,
        @Description("Severity of the base score.") Severity baseSeverity,

        @Description("Score of the whole vector, 0.0 to 10.0; this is what counts.")
        BigDecimal overallScore,

        @Description("Severity of the overall score.") Severity severity,
        @Description("Who scored it here.") @Nullable PersonView scoredBy,

        @Description("Who published it, for imported history.") @Nullable
        String assignedBy,

        @Description("When it was recorded.") Instant scoredAt,

        @Description("Why these metrics were chosen.") @Nullable
        String rationale) {
    /** Columns of a score named with this prefix, its scorer in {@code <prefix>scorer_handle} and {@code _name}. */
    public static ScoreView of(Row row, String prefix) throws SQLException {
        return new ScoreView(
                row.text(prefix + "id"),
                row.text(prefix + "vector"),
                row.constant(CvssVersion.class, prefix + "cvss_version"),
                row.decimal(prefix + "base_score"),
                row.constant(Severity.class, prefix + "base_severity"),
                row.decimal(prefix + "overall_score"),
                row.constant(Severity.class, prefix + "severity"),
                PersonView.of(row, prefix + "scorer_handle", prefix + "scorer_name"),
                row.textOrNull(prefix + "assigned_by"),
                row.instant(prefix + "scored_at"),
                row.textOrNull(prefix + "rationale"));
    }
}
