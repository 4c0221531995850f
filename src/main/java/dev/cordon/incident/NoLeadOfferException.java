package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Nobody offered the lead to the viewer. */
public final class NoLeadOfferException extends DomainException {
    NoLeadOfferException() {
        super("The lead is not offered to you. Ask whoever leads the incident, or the committee, to offer it.");
    }
}
