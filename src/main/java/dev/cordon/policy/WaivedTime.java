package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a deadline is excused.
 *
 * @param from the first instant at which it is
 * @param until the first instant at which it no longer is; none if it is excused for good
 */
public record WaivedTime(Instant from, @Nullable Instant until) {
    /** The time between these two; null where nothing was ever excused. */
    public static @Nullable WaivedTime of(@Nullable Instant from, @Nullable Instant until) {
        return from == null ? null : new WaivedTime(from, until);
    }

    public boolean holdsAt(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
