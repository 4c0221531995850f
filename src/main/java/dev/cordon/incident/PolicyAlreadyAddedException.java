package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The incident follows this policy already. */
public final class PolicyAlreadyAddedException extends DomainException {
    PolicyAlreadyAddedException(String id) {
        super("The incident follows the policy \"" + id + "\" already. Nothing is to be added.");
    }
}
