package dev.cordon.api.view;

import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The lead, offered to somebody who has not answered yet. */
@Type("LeadOffer")
@Description("The lead, offered to somebody who has not answered yet.")
@DefaultNonNull
public record LeadOfferView(
        @Description("Who it is offered to.") PersonView to,
        @Description("Who offers it.") @Nullable PersonView by,
        @Description("Since when.") Instant offeredAt) {
    /** The offer in an incident's row; null where there is none. */
    public static LeadOfferView of(Row row) throws SQLException {
        PersonView to = PersonView.of(row, "offered_to_handle", "offered_to_name");
        return to == null
                ? null
                : new LeadOfferView(
                        to, PersonView.of(row, "offered_by_handle", "offered_by_name"), row.instant("lead_offered_at"));
    }
}
