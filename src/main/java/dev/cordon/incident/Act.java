package dev.cordon.incident;

import dev.cordon.access.Viewer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changes an incident, and at what instant: the transaction's. */
public record Act(Viewer by, Instant at) {
    @Nullable
    UUID actorId() {
        return by.id();
    }

    /** How the timeline names the actor. */
    String actor() {
        return by.name() == null ? "Somebody" : by.name();
    }

    /**
     * The instant something is said to have happened; now, if nothing is said.
     *
     * @throws FutureInstantException if it is later than now
     * @throws ImplausibleInstantException if it is before 1970
     */
    Instant happened(String what, @Nullable Instant saidAt) {
        if (saidAt == null) {
            return at;
        }
        Instant kept = saidAt.truncatedTo(ChronoUnit.MILLIS);
        if (kept.isAfter(at)) {
            throw new FutureInstantException(what, kept, at);
        }
        if (kept.isBefore(Instant.EPOCH)) {
            throw new ImplausibleInstantException(what, kept);
        }
        return kept;
    }
}
