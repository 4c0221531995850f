package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Your address for following your deadlines in a calendar. */
@Type("CalendarAddress")
@Description("Your address for following your deadlines in a calendar.")
@DefaultNonNull
public record CalendarAddressView(
        @Description("The address, shown when it is made and never again. Whoever has it sees your deadlines.")
        @Nullable
        String address,

        @Description("When it was made.") Instant createdAt) {
    /** Never the address: records print themselves into logs. */
    @Override
    public String toString() {
        return "CalendarAddressView[hidden]";
    }
}
