package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one milestone reads at one instant, with the due times it has overrun.
 * {@code pausedTotal} is wall time of finished pauses. While paused, {@code dueAt} is frozen, before any roll, and to
 * be read through {@link PinnedRule#dueIfResumedAt}. {@code atRiskAt} counts only while the state is RUNNING.
 */
public record Reading(
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant stopRecordedAt,
        @Nullable Instant pausedSince,
        Duration pausedTotal,
        @Nullable Instant atRiskAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelCause cancelCause,
        List<Overrun> overruns) {
    /** The reading of a milestone that has not begun to count. */
    static final Reading NOTHING =
            new Reading(null, null, null, null, null, Duration.ZERO, null, null, null, List.of());

    public Reading {
        overruns = List.copyOf(overruns);
    }

    /** The state at {@code now}, which is not before the instant this was read at. */
    public MilestoneState state(Instant now) {
        return MilestoneState.at(now, startedAt, dueAt, stoppedAt, pausedSince, cancelledAt);
    }
}
