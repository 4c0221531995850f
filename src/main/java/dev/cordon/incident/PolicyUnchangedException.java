package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The incident follows the policy as it is now: a rebase would change nothing. */
public final class PolicyUnchangedException extends DomainException {
    PolicyUnchangedException(String id, String version) {
        super("The incident follows the policy \"" + id + "\" as it is now, in version " + version
                + ". There is nothing to rebase.");
    }
}
