package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.VendorAnswer;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** That a vendor was notified of an incident, and what they answered. */
@Type("VendorNotice")
@Description("That a vendor was notified of an incident, and what they answered.")
@DefaultNonNull
public record VendorNoticeView(
        @Description("Who was notified.") PersonView vendor,
        @Description("When.") Instant notifiedAt,
        @Description("When they acknowledged it.") @Nullable Instant acknowledgedAt,

        @Description("What they last said of their product.") @Nullable
        VendorAnswer answer,

        @Description("When they said it.") @Nullable Instant answeredAt) {
    public static VendorNoticeView of(Row row) throws SQLException {
        return new VendorNoticeView(
                new PersonView(row.text("person_handle"), row.text("person_name")),
                row.instant("notified_at"),
                row.instantOrNull("acknowledged_at"),
                row.constantOrNull(VendorAnswer.class, "answer"),
                row.instantOrNull("answered_at"));
    }
}
