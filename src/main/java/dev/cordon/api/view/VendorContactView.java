package dev.cordon.api.view;

import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Somebody who speaks for a vendor. */
@Type("VendorContact")
@Description("Somebody who speaks for a vendor.")
@DefaultNonNull
public record VendorContactView(
        @Description("Who.") PersonView person,

        @Description("Where mail reaches them.") @Nullable String address,

        @Description("Since when they speak for it.") Instant addedAt) {
    public static VendorContactView of(Row row) throws SQLException {
        return new VendorContactView(
                PersonView.of(row, "person_handle", "person_name"), row.textOrNull("address"), row.instant("added_at"));
    }
}
