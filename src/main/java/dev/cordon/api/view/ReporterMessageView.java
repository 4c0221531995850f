package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.Author;
import io.smallrye.graphql.api.DefaultNonNull;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** Something that a reporter and the team wrote to each other. */
@Type("ReporterMessage")
@Description("Something that a reporter and the team wrote to each other.")
@DefaultNonNull
public record ReporterMessageView(
        @Description("Identifies the message.") @Id String id,
        @Description("When it was written.") Instant at,

        @Description("Which side wrote it: TEAM or REPORTER.")
        Author from,

        @Description("The message.") String body) {
    public static ReporterMessageView of(Row row) throws SQLException {
        return new ReporterMessageView(
                row.text("id"),
                row.instant("written_at"),
                row.flag("by_reporter") ? Author.REPORTER : Author.TEAM,
                row.text("body"));
    }
}
