package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Another change holds the incident for too long. */
public final class IncidentBusyException extends DomainException {
    IncidentBusyException(Reference reference) {
        super(reference + " is being changed by somebody else right now; nothing was changed here. Try again.");
    }
}
