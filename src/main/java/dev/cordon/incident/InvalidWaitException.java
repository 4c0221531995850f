package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The incident cannot wait in the way asked for. */
public final class InvalidWaitException extends DomainException {
    InvalidWaitException(String why) {
        super(why);
    }
}
