package dev.cordon.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which channels somebody wants to be told.
 *
 * @param address where mail goes, or null
 * @param changedAt when they last chose, or null if never
 */
public record ChannelChoice(
        @Nullable MailAddress address,
        List<Channel> channels,
        @Nullable Instant changedAt) {
    static final ChannelChoice NONE = new ChannelChoice(null, List.of(), null);

    /** @throws InvalidChannelsException if mail is chosen and no address given */
    public ChannelChoice {
        if (channels.contains(Channel.MAIL) && address == null) {
            throw new InvalidChannelsException();
        }
    }
}
