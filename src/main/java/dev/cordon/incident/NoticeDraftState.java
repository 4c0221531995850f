package dev.cordon.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a notice to users or vendors has come. */
public enum NoticeDraftState {
    DRAFTED,
    APPROVED,
    SENT,
    DISCARDED;

    /** The state that follows from when these things were done. */
    public static NoticeDraftState of(
            @Nullable Instant approvedAt, @Nullable Instant sentAt, @Nullable Instant discardedAt) {
        if (discardedAt != null) {
            return DISCARDED;
        }
        if (sentAt != null) {
            return SENT;
        }
        return approvedAt == null ? DRAFTED : APPROVED;
    }
}
