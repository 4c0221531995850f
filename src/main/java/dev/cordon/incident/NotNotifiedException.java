package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The vendor was not notified of this incident. */
public final class NotNotifiedException extends DomainException {
    NotNotifiedException(String handle) {
        super("\"" + handle + "\" was not notified of this incident, so there is nothing to withdraw.");
    }
}
