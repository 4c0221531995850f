package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A deadline cannot be waived until then. */
public final class InvalidWaiverException extends DomainException {
    InvalidWaiverException(String why) {
        super(why);
    }
}
