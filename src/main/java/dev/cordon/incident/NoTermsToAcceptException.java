package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Who speaks for no vendor on the list has no terms to accept. */
public final class NoTermsToAcceptException extends DomainException {
    NoTermsToAcceptException() {
        super("You speak for no vendor on the list, so there are no embargo terms to accept. Ask the committee to add"
                + " you as a contact.");
    }
}
