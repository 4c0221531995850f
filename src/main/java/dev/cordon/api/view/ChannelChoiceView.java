package dev.cordon.api.view;

import dev.cordon.notice.Channel;
import dev.cordon.notice.ChannelChoice;
import dev.cordon.notice.MailAddress;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** By which channels you chose to be told. */
@Type("ChannelChoice")
@Description("By which channels you chose to be told.")
@DefaultNonNull
public record ChannelChoiceView(
        @Description("By which.") List<@NonNull Channel> channels,

        @Description("Where mail goes.") @Nullable String mailAddress,

        @Description("When you last chose; null if never, and then you are told nothing.") @Nullable
        Instant changedAt) {
    public static ChannelChoiceView of(ChannelChoice choice) {
        MailAddress address = choice.address();
        return new ChannelChoiceView(choice.channels(), address == null ? null : address.text(), choice.changedAt());
    }
}
