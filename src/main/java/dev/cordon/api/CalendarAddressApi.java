package dev.cordon.api;

import dev.cordon.access.account.CalendarAddresses;
import dev.cordon.access.account.MadeCalendarAddress;
import dev.cordon.api.view.CalendarAddressView;
import dev.cordon.door.PublicUrl;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** One's own address for following deadlines in a calendar. */
@GraphQLApi
public class CalendarAddressApi {
    private final CalendarAddresses addresses;
    private final PublicUrl url;

    CalendarAddressApi(CalendarAddresses addresses, PublicUrl url) {
        this.addresses = addresses;
        this.url = url;
    }

    @Query("calendarAddress")
    @Description("Whether you have a calendar address, and since when. The address itself is not kept. In person only.")
    public @Nullable CalendarAddressView calendarAddress() {
        return addresses
                .since()
                .map(since -> new CalendarAddressView(null, since))
                .orElse(null);
    }

    @Mutation("createCalendarAddress")
    @Description(
            "Makes your secret address for following your deadlines in a calendar: references and times, no content. An "
                    + "earlier one no longer works. For those who work on incidents, in person.")
    public @NonNull CalendarAddressView createCalendarAddress() {
        MadeCalendarAddress made = addresses.make();
        return new CalendarAddressView(url.to("/calendar/" + made.secret().text() + ".ics"), made.createdAt());
    }

    @Mutation("revokeCalendarAddress")
    @Description(
            "Makes your calendar address useless from the next statement on; answers whether you had one. In person only.")
    public boolean revokeCalendarAddress() {
        return addresses.revoke();
    }
}
