package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one rule reads for one incident at one instant. */
public record RuleReading(PinnedRule pinned, Reading reading, Instant now) {
    public static RuleReading of(PinnedRule pinned, CaseHistory history, Instant now) {
        return new RuleReading(pinned, pinned.read(history, now), now);
    }

    public MilestoneState state() {
        return reading.state(now);
    }

    /** The due time as it shows: while paused, as if resumed now; null if not started or without a figure. */
    public @Nullable Instant dueAt() {
        Instant dueAt = reading.dueAt();
        Instant pausedSince = reading.pausedSince();
        boolean frozen = dueAt != null && pausedSince != null && state() == MilestoneState.PAUSED;
        return frozen ? pinned.dueIfResumedAt(dueAt, pausedSince, now) : dueAt;
    }

    /** The due time, running or missed, that somebody still has to meet; null if there is none. */
    public @Nullable Instant openDueAt() {
        boolean open = reading.startedAt() != null
                && reading.stoppedAt() == null
                && reading.cancelledAt() == null
                && reading.pausedSince() == null;
        return open ? reading.dueAt() : null;
    }
}
