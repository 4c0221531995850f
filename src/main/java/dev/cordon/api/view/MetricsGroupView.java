package dev.cordon.api.view;

import dev.cordon.api.input.MetricsBy;
import dev.cordon.cvss.Severity;
import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The metrics of the incidents of one quarter or one severity, or of all of them. */
@Type("MetricsGroup")
@Description("The metrics of the incidents of one quarter or one severity, or of all of them.")
@DefaultNonNull
public record MetricsGroupView(
        @Description("Quarter in which they were reported, by UTC, such as 2026-Q1; null unless grouped by quarter.")
        @Nullable
        String quarter,

        @Description("Their severity as it is now; null if not scored, or unless grouped by severity.") @Nullable
        Severity severity,

        @Description("How many incidents that is.") int incidents,

        @Description("Each rule they had a milestone of, in the order of its policy.")
        List<@NonNull MilestoneMetricsView> milestones) {
    /** The group of a bucket; its milestones are filled by the one who reads them. */
    public static MetricsGroupView of(Row row, MetricsBy by, int incidents) throws SQLException {
        return new MetricsGroupView(
                by == MetricsBy.QUARTER ? row.text("bucket") : null,
                by == MetricsBy.SEVERITY ? row.constantOrNull(Severity.class, "bucket") : null,
                incidents,
                new ArrayList<>());
    }
}
