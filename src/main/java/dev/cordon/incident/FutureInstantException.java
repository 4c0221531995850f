package dev.cordon.incident;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** Something is said to have happened later than now. */
public final class FutureInstantException extends DomainException {
    FutureInstantException(String what, Instant at, Instant now) {
        super(what + " is dated " + at + ", later than now (" + now
                + "). Give the time when it happened, or record it when it has.");
    }
}
