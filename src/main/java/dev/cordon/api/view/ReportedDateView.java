package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.PlannedDate;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** That a planned date was set, moved or withdrawn, as a report tells it. */
@Type("ReportedDate")
@Description("That a planned date was set, moved or withdrawn, as a report tells it.")
@DefaultNonNull
public record ReportedDateView(
        @Description("Which date.") PlannedDate what,
        @Description("When it was decided.") Instant decidedAt,

        @Description("The date from then on; null if it was withdrawn.") @Nullable
        Instant plannedFor,

        @Description("Why.") @Nullable String reason) {
    public static ReportedDateView of(Row row) throws SQLException {
        return new ReportedDateView(
                row.constant(PlannedDate.class, "kind"),
                row.instant("recorded_at"),
                row.instantOrNull("planned_for"),
                row.textOrNull("reason"));
    }
}
