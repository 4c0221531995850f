package dev.cordon.incident;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** Something is said to have happened before there were computers to be vulnerable. */
public final class ImplausibleInstantException extends DomainException {
    ImplausibleInstantException(String what, Instant at) {
        super(what + " is dated " + at + ". Cordon keeps times from 1970-01-01T00:00:00Z on; check the year.");
    }
}
