package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The incident cannot be a duplicate of that one. */
public final class InvalidDuplicateException extends DomainException {
    InvalidDuplicateException(String why) {
        super(why);
    }
}
