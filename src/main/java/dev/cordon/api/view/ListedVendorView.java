package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.ContactTestOutcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A vendor on the private list: an organisation that is told of fixes in advance. */
@Type("Vendor")
@Description("A vendor on the private list: an organisation that is told of fixes in advance.")
@DefaultNonNull
public record ListedVendorView(
        @Description("Identifies the vendor.") @Id String id,
        @Description("Name of the organisation.") String name,

        @Description("Who speaks for it, by handle.") List<@NonNull VendorContactView> contacts,

        @Description("When it was put on the list.") Instant addedAt,

        @Description("When it was taken off the list; null while it is on it.") @Nullable
        Instant retiredAt,

        @Description("Version of the embargo terms it accepted last.") @Nullable
        String termsVersion,

        @Description("When it accepted them.") @Nullable Instant termsAcceptedAt,

        @Description("Who accepted them for it.") @Nullable PersonView termsAcceptedBy,

        @Description("When somebody last tried to reach it.") @Nullable
        Instant contactTestedAt,

        @Description("What came of that.") @Nullable ContactTestOutcome contactTestOutcome) {
    /** Columns of a vendor; the contacts are filled by the one who reads them. */
    public static ListedVendorView of(Row row) throws SQLException {
        return new ListedVendorView(
                row.text("id"),
                row.text("name"),
                new ArrayList<>(),
                row.instant("added_at"),
                row.instantOrNull("retired_at"),
                row.textOrNull("terms_version"),
                row.instantOrNull("terms_accepted_at"),
                PersonView.of(row, "person_handle", "person_name"),
                row.instantOrNull("tested_at"),
                row.constantOrNull(ContactTestOutcome.class, "test_outcome"));
    }
}
