package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Somebody changed the incident since the viewer read it. */
public final class StaleVersionException extends DomainException {
    StaleVersionException(Reference reference, long expected, long actual) {
        super(reference + " is at version " + actual + ", not " + expected
                + ". Read it again and repeat the change if it still fits.");
    }
}
