package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The incident's status does not allow this step. */
public final class IllegalTransitionException extends DomainException {
    IllegalTransitionException(IncidentStatus from, IncidentStatus to) {
        super("An incident that is " + from + " cannot become " + to + ". Possible from here: "
                + (from.next().isEmpty() ? "nothing, it is final" : from.next()) + ".");
    }
}
