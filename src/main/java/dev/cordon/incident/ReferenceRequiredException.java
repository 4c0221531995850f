package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Nothing says which incident is meant. */
public final class ReferenceRequiredException extends DomainException {
    public ReferenceRequiredException() {
        super("Name the incident by its reference. Only a reporter's link says by itself which one is meant.");
    }
}
