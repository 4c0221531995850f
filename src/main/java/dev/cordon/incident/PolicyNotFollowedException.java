package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident does not follow this policy. */
public final class PolicyNotFollowedException extends DomainException {
    PolicyNotFollowedException(String id) {
        super("The incident does not follow the policy \"" + Excerpt.of(id)
                + "\". Its field policies lists those it follows.");
    }
}
