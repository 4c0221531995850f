package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such fact. */
public final class FactNotFoundException extends DomainException {
    FactNotFoundException(String id) {
        super("The incident has no fact \"" + Excerpt.of(id) + "\". Use the id of one of its facts.");
    }
}
