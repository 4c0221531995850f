package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.VendorReply;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How far the notice of one vendor has come, whoever of its contacts did what. */
@Type("VendorReceipt")
@Description("How far the notice of one vendor has come, whoever of its contacts did what.")
@DefaultNonNull
public record VendorReceiptView(
        @Description("Name of the vendor, or of the person who was notified alone.")
        String vendor,

        @Description("Who of it was notified, by handle.") List<@NonNull PersonView> contacts,
        @Description("When the first of them was notified.") Instant sentAt,

        @Description(
                "When the first mail about it was taken by their server; null before that, and where none was sent.")
        @Nullable
        Instant deliveredAt,

        @Description("When the first of them opened it.") @Nullable
        Instant openedAt,

        @Description("When the vendor accepted embargo terms; null before that, and for a person notified alone.")
        @Nullable
        Instant termsAcceptedAt,

        @Description("What the vendor last said of their product.")
        VendorReply answer,

        @Description("When they said it.") @Nullable Instant answeredAt) {
    /** Columns of the notices of one vendor on one incident, taken together. */
    public static VendorReceiptView of(Row row) throws SQLException {
        List<String> handles = row.texts("handles");
        List<String> names = row.texts("names");
        List<PersonView> contacts = new ArrayList<>();
        for (int i = 0; i < handles.size(); i++) {
            contacts.add(new PersonView(handles.get(i), names.get(i)));
        }
        return new VendorReceiptView(
                row.text("vendor"),
                contacts,
                row.instant("sent_at"),
                row.instantOrNull("delivered_at"),
                row.instantOrNull("opened_at"),
                row.instantOrNull("terms_accepted_at"),
                row.constant(VendorReply.class, "reply"),
                row.instantOrNull("answered_at"));
    }
}
