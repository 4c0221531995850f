package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.TimelineKind;
import io.smallrye.graphql.api.DefaultNonNull;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One step of handing the lead over, as a report tells it: when, and nobody's name. */
@Type("ReportedHandOver")
@Description("One step of handing the lead over, as a report tells it: when, and nobody's name.")
@DefaultNonNull
public record ReportedHandOverView(
        @Description("When.") Instant at,

        @Description("The lead was offered, acknowledged or declined.")
        TimelineKind kind) {
    public static ReportedHandOverView of(Row row) throws SQLException {
        return new ReportedHandOverView(row.instant("at"), row.constant(TimelineKind.class, "kind"));
    }
}
