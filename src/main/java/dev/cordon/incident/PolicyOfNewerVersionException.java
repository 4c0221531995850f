package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A policy counts by words that this version of Cordon does not know: a newer one runs beside it, or ran before it. */
public final class PolicyOfNewerVersionException extends DomainException {
    PolicyOfNewerVersionException(PolicyBook.Key key) {
        super("Version " + key.version() + " of the policy " + key.id()
                + " was written by a newer Cordon, and this one would count it"
                + " wrong. During an upgrade try again in a few minutes; after a roll-back, upgrade again.");
    }
}
