package dev.cordon.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a waiver that somebody asked for, seen at an instant. */
public enum WaiverState {
    /** Waits for a second person. */
    ASKED,
    /** Confirmed, and its end has not come. */
    HOLDS,
    /** Its end has come, whether it was confirmed by then or not. */
    EXPIRED,
    /** Confirmed, and ended early. */
    ENDED,
    /** A second person said no. */
    DECLINED,
    /** Taken back before anybody answered. */
    WITHDRAWN;

    /**
     * The state at {@code now}.
     *
     * @param until the end that was asked for, not included; none for good
     * @param confirmedAt when a second person confirmed it
     * @param endedAt when somebody declined it, took it back or ended it early
     * @param byAsker whether that was the one who had asked
     */
    public static WaiverState at(
            Instant now,
            @Nullable Instant until,
            @Nullable Instant confirmedAt,
            @Nullable Instant endedAt,
            boolean byAsker) {
        if (endedAt != null) {
            return confirmedAt != null ? ENDED : byAsker ? WITHDRAWN : DECLINED;
        }
        if (until != null && !now.isBefore(until)) {
            return EXPIRED;
        }
        return confirmedAt != null ? HOLDS : ASKED;
    }

    /** Whether it is waited for or holds: there is only one such waiver of a milestone. */
    public boolean isOpen() {
        return this == ASKED || this == HOLDS;
    }
}
