package dev.cordon.policy;

import java.time.Duration;

/**
 * Intervals that grow: each is twice the one before, until {@code longest}, and then as long as that for ever. Intervals
 * that are not positive, or a longest below the first, are an {@link IllegalArgumentException}.
 */
public record Pace(Duration first, Duration longest) {
    public Pace {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the intervals begin with " + first + " and grow to " + longest + "; they cannot shrink");
        }
    }

    /** How many whole intervals lie within a time, which is not negative. */
    int within(Duration time) {
        int count = 0;
        Duration left = time;
        Duration interval = first;
        while (interval.compareTo(longest) < 0) {
            if (left.compareTo(interval) < 0) {
                return count;
            }
            left = left.minus(interval);
            interval = after(interval);
            count++;
        }
        return count + Math.toIntExact(left.toMillis() / longest.toMillis());
    }

    /** How long that many intervals take together. */
    Duration upTo(int count) {
        Duration total = Duration.ZERO;
        Duration interval = first;
        for (int i = 0; i < count; i++) {
            if (interval.equals(longest)) {
                return total.plus(longest.multipliedBy(count - i));
            }
            total = total.plus(interval);
            interval = after(interval);
        }
        return total;
    }

    /** The same intervals without the first one. */
    Pace rest() {
        return new Pace(after(first), longest);
    }

    private Duration after(Duration interval) {
        return shorter(interval.multipliedBy(2), longest);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
