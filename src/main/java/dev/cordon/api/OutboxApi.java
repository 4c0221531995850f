package dev.cordon.api;

import dev.cordon.api.input.ChooseChannelsInput;
import dev.cordon.api.input.RetryNoticeInput;
import dev.cordon.api.view.ChannelChoiceView;
import dev.cordon.api.view.ParkedNoticeView;
import dev.cordon.notice.ChannelChoice;
import dev.cordon.notice.MailAddress;
import dev.cordon.notice.OwnChannels;
import dev.cordon.notice.ParkedNotices;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** How people are told: their own channels, and for administrators what could not be sent. */
@GraphQLApi
public class OutboxApi {
    private final OwnChannels channels;
    private final ParkedNotices parked;

    OutboxApi(OwnChannels channels, ParkedNotices parked) {
        this.channels = channels;
        this.parked = parked;
    }

    @Query("channels")
    @Description("By which channels you chose to be told. In person only.")
    public @NonNull ChannelChoiceView channels() {
        return ChannelChoiceView.of(channels.own());
    }

    @Query("parkedNotices")
    @Description("What could not be sent in eight tries, the newest 100. Administrators only.")
    public @NonNull List<@NonNull ParkedNoticeView> parkedNotices() {
        return parked.newest().stream().map(ParkedNoticeView::of).toList();
    }

    @Mutation("chooseChannels")
    @Description("Chooses by which channels you are told. In person only.")
    public @NonNull ChannelChoiceView chooseChannels(
            @Name("input") @Description("Which ones.") @NonNull ChooseChannelsInput input) {
        ChannelChoice choice = new ChannelChoice(address(input.mailAddress()), input.channels(), null);
        return ChannelChoiceView.of(channels.choose(choice));
    }

    @Mutation("retryNotice")
    @Description(
            "Queues a parked notice again, with eight new tries; answers those that are left. Administrators only.")
    public @NonNull List<@NonNull ParkedNoticeView> retryNotice(
            @Name("input") @Description("Which one.") @NonNull RetryNoticeInput input) {
        return parked.retry(input.id()).stream().map(ParkedNoticeView::of).toList();
    }

    private static @Nullable MailAddress address(@Nullable String text) {
        return text == null ? null : MailAddress.of(text);
    }
}
