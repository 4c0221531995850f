package dev.cordon.notice.target;

import dev.cordon.access.Storable;
import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target that is to be made.
 *
 * @param name what it is called in lists, at most 100 characters
 * @param person handle of whom it belongs to; null for one that is told what concerns the team
 */
public record NewTarget(
        String name,
        Channel channel,
        TargetUrl url,
        List<NoticeKind> kinds,
        @Nullable String person) {
    private static final int LONGEST = 100;

    /** @throws InvalidTargetException if its name is none, or its channel is mail */
    public NewTarget {
        if (name.isBlank() || name.length() > LONGEST || !Storable.is(name)) {
            throw new InvalidTargetException("its name is empty, longer than 100 characters or cannot be kept");
        }
        if (channel == Channel.MAIL) {
            throw new InvalidTargetException("MAIL goes to people, who choose it themselves; take WEBHOOK or SLACK");
        }
    }
}
