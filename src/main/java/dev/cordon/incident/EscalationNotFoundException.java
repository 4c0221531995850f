package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such escalation. */
public final class EscalationNotFoundException extends DomainException {
    EscalationNotFoundException(String id) {
        super("The incident has no escalation \"" + Excerpt.of(id) + "\". Use the id of one of its escalations.");
    }
}
