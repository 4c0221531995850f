package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The person does not have on the incident what is to be taken away. */
public final class NotOnIncidentException extends DomainException {
    NotOnIncidentException(String handle, String what) {
        super("\"" + handle + "\" " + what + ". There is nothing to take away.");
    }
}
