package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The person may not see the incident, so nothing on it can be given to them. */
public final class NotAdmittedException extends DomainException {
    NotAdmittedException(String handle) {
        super("\"" + handle + "\" may not see this incident. Ask a committee member to give them access first.");
    }
}
