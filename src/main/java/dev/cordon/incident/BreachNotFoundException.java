package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such breach. */
public final class BreachNotFoundException extends DomainException {
    BreachNotFoundException(String id) {
        super("The incident has no breach \"" + Excerpt.of(id) + "\". Use the id of one of its breaches.");
    }
}
