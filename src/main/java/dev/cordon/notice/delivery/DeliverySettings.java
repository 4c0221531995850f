package dev.cordon.notice.delivery;

import dev.cordon.door.StartRefusedException;
import dev.cordon.notice.channel.Sender;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How delivery is set: for how long a claim holds a row, how long a notice rests after each try that failed, and for how long one
 * that came to its end is kept. What is out of bounds refuses the start.
 */
@ApplicationScoped
class DeliverySettings {
    /** How often a notice is tried before it is parked. */
    static final int MOST_TRIES = 8;

    /** Longer than the longest try, and the mark that follows it: or what is still being sent would be sent by others too. */
    static final Duration SHORTEST_LEASE = Duration.ofMillis(Sender.LONGEST_MILLIS + 5_000);

    static final Duration LONGEST_LEASE = Duration.ofHours(1);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofDays(2);
    private static final Duration SHORTEST_KEPT = Duration.ofDays(1);
    private static final Duration LONGEST_KEPT = Duration.ofDays(3_650);

    private final Duration lease;
    private final List<Duration> rests;
    private final Duration kept;

    /** @throws StartRefusedException naming what is out of bounds and what to do */
    DeliverySettings(
            @ConfigProperty(name = "cordon.notice.lease") Duration lease,
            @ConfigProperty(name = "cordon.notice.rests") List<Duration> rests,
            @ConfigProperty(name = "cordon.notice.keep") Duration kept) {
        if (rests.size() != MOST_TRIES - 1) {
            throw new StartRefusedException(
                    "cordon.notice.rests has " + rests.size()
                            + " times in it. Set CORDON_NOTICE_RESTS to " + (MOST_TRIES - 1)
                            + " times separated by commas, one after each try that failed but the last, such as 10S,30S,2M,10M,45M,3H,8H.");
        }
        rests.forEach(rest -> check("cordon.notice.rests", rest, SHORTEST_REST, LONGEST_REST));
        this.lease = check("cordon.notice.lease", lease, SHORTEST_LEASE, LONGEST_LEASE);
        this.rests = List.copyOf(rests);
        this.kept = check("cordon.notice.keep", kept, SHORTEST_KEPT, LONGEST_KEPT);
    }

    /** Has the settings looked at when the program starts, not when the first notice is due. */
    void verify(@Observes StartupEvent start) {
        lease();
    }

    /** For how long whoever claims a row holds it. */
    Duration lease() {
        return lease;
    }

    /** Whether no try is left. */
    boolean isOver(int tries) {
        return tries >= MOST_TRIES;
    }

    /** The rest after this many tries, of which one is left at least. */
    Duration restAfter(int tries) {
        return rests.get(tries - 1);
    }

    /** For how long what was sent or withdrawn is kept. */
    Duration kept() {
        return kept;
    }

    private static Duration check(String setting, Duration value, Duration shortest, Duration longest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
            throw new StartRefusedException("%s is %s. Set %s to a time from %s to %s."
                    .formatted(
                            setting,
                            words(value),
                            setting.toUpperCase(Locale.ROOT).replace('.', '_'),
                            words(shortest),
                            words(longest)));
        }
        return value;
    }

    /** As one writes it into the setting: {@code 15S}, {@code 24H}. */
    private static String words(Duration value) {
        return value.toString().substring("PT".length());
    }
}
