package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of a deadline that is running or missed.
 *
 * @param pausedTotal wall time of its pauses
 */
public record OpenDeadline(Instant startedAt, Instant dueAt, Duration pausedTotal, Instant atRiskAt) {
    /** Its whole time without pauses; negative where a date was planned too near. */
    Duration whole() {
        return Duration.between(startedAt, dueAt).minus(pausedTotal);
    }
}
