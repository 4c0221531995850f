package dev.cordon.policy;

import java.time.Instant;
import java.util.Comparator;

/**
 * A rung that calls.
 *
 * @param number how often it has called before
 * @param at when it was reached, or when it calls again
 */
public record Call(Rung rung, int number, Instant at) implements Comparable<Call> {
    private static final Comparator<Call> BY_HEIGHT =
            Comparator.comparing(Call::rung).thenComparing(Call::number);

    /** By height alone, whatever the instants. */
    @Override
    public int compareTo(Call other) {
        return BY_HEIGHT.compare(this, other);
    }
}
