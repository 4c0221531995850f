package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** There is no such incident, or the viewer may not see it: the two are the same. */
public final class IncidentNotFoundException extends DomainException {
    public IncidentNotFoundException(Reference reference) {
        super("There is no incident " + reference + " that you may see. Check the reference.");
    }
}
