package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.policy.FactKind;

/** This kind of fact comes about by a mutation of its own. */
public final class FactHasVerbException extends DomainException {
    FactHasVerbException(FactKind kind, String verb) {
        super(kind + " is not recorded directly. Use " + verb + ".");
    }
}
