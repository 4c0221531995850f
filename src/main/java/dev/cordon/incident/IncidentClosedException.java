package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A closed incident does not take this change. */
public final class IncidentClosedException extends DomainException {
    public IncidentClosedException(String change) {
        super("The incident is closed; you cannot " + change
                + ". Report a new incident for a matter that comes up again.");
    }
}
