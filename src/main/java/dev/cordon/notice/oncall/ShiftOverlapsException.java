package dev.cordon.notice.oncall;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** Somebody is on call in a part of that time already. */
public final class ShiftOverlapsException extends DomainException {
    ShiftOverlapsException(Instant from, Instant until) {
        super("Somebody is on call already at a time between " + from + " and " + until
                + ". Cancel that shift first, or choose another time; shifts may touch.");
    }
}
