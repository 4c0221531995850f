package dev.cordon.notice.oncall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shift that is to be set, of at most 31 days.
 *
 * @param person handle of who is on call
 * @param backup handle of somebody else, or null
 */
public record NewShift(String person, @Nullable String backup, Instant from, Instant until) {
    private static final Duration LONGEST = Duration.ofDays(31);

    /** @throws InvalidShiftException if it ends before it begins, is too long, or has one person twice */
    public NewShift {
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw new InvalidShiftException(
                    "it goes from " + from + " until " + until + ". Let it end after its begin, within 31 days");
        }
        if (person.equals(backup)) {
            throw new InvalidShiftException("the backup is the person on call. Name somebody else, or nobody");
        }
    }
}
