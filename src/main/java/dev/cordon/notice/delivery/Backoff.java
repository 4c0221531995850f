package dev.cordon.notice.delivery;

import java.time.Duration;
import java.util.List;

/** How long a notice rests after a try that failed, and when it is given up: after the eighth, about half a day later. */
final class Backoff {
    private static final List<Duration> RESTS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(45),
            Duration.ofHours(3),
            Duration.ofHours(8));

    static final int MOST_TRIES = RESTS.size() + 1;

    private Backoff() {}

    /** Whether no try is left. */
    static boolean isOver(int tries) {
        return tries >= MOST_TRIES;
    }

    /** The rest after this many tries, of which one is left at least. */
    static Duration after(int tries) {
        return RESTS.get(tries - 1);
    }
}
