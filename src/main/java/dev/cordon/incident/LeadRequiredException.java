package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** An incident is accepted only with a lead, or while the milestone that asks for one is running. */
public final class LeadRequiredException extends DomainException {
    LeadRequiredException() {
        super(
                "The incident has no acknowledged lead and no running milestone that asks for one. Offer the lead to somebody who "
                        + "acknowledges it first.");
    }
}
