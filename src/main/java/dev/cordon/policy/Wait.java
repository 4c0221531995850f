package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which the incident waits on somebody; {@code until} is exclusive, none while it still waits. */
public record Wait(WaitingOn on, Instant since, @Nullable Instant until) {
    /** What of it was known to be over by then; it began before. */
    Wait asOf(Instant last) {
        return until == null || until.isAfter(last) ? new Wait(on, since, null) : this;
    }
}
