package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a milestone shows at an instant. Where several hold, a fixed order decides. Source: "Milestone states". */
public enum MilestoneState {
    /** Its start has not happened. */
    PENDING,
    /** Started, not stopped, not past its due time. */
    RUNNING,
    /** Running, but it stands still while somebody else is waited for. */
    PAUSED,
    /** Stopped at or before its due time. */
    MET,
    /** Not stopped, and excused by two people, perhaps until an instant. */
    WAIVED,
    /** Past its due time and not stopped. */
    BREACHED,
    /** Stopped after its due time. */
    MET_LATE,
    /** It no longer applies. */
    CANCELLED;

    /**
     * The state at {@code now} of a milestone with these instants, as its clock says: the first that holds of CANCELLED,
     * stopped, PAUSED, BREACHED, RUNNING and PENDING. A pause begun after the due time is no pause, so it is not handed
     * in. A waiver changes none of these instants; {@link #under} lays it over.
     */
    public static MilestoneState at(
            Instant now,
            @Nullable Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant pausedSince,
            @Nullable Instant cancelledAt) {
        if (cancelledAt != null) {
            return CANCELLED;
        }
        if (startedAt == null) {
            return PENDING;
        }
        if (stoppedAt != null) {
            return isPast(dueAt, stoppedAt) ? MET_LATE : MET;
        }
        if (pausedSince != null) {
            return PAUSED;
        }
        return isPast(dueAt, now) ? BREACHED : RUNNING;
    }

    /** What shows at {@code now} if the deadline is waived for a time, or not: only how it ended shows through. */
    public MilestoneState under(@Nullable WaivedTime waived, Instant now) {
        boolean ended = this == CANCELLED || this == MET || this == MET_LATE;
        return !ended && waived != null && waived.holdsAt(now) ? WAIVED : this;
    }

    private static boolean isPast(@Nullable Instant dueAt, Instant instant) {
        return dueAt != null && instant.isAfter(dueAt);
    }
}
