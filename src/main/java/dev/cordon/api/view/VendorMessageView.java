package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.Author;
import io.smallrye.graphql.api.DefaultNonNull;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** Something that a vendor and the team wrote to each other. */
@Type("VendorMessage")
@Description("Something that a vendor and the team wrote to each other.")
@DefaultNonNull
public record VendorMessageView(
        @Description("Identifies the message.") @Id String id,
        @Description("When it was written.") Instant at,
        @Description("Which side wrote it: TEAM or VENDOR.") Author from,
        @Description("The message.") String body) {
    public static VendorMessageView of(Row row) throws SQLException {
        return new VendorMessageView(
                row.text("id"),
                row.instant("written_at"),
                row.flag("by_vendor") ? Author.VENDOR : Author.TEAM,
                row.text("body"));
    }
}
