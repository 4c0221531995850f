package dev.cordon.access;

import java.time.Instant;

/** A time so far away that nothing can be asked about it. */
public final class InvalidTimeException extends DomainException {
    InvalidTimeException(Instant time) {
        super(time + " is out of bounds. " + AskedTime.REMEDY);
    }
}
