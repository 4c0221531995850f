package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A policy asks for a second pair of eyes. */
public final class NoticeNotApprovedException extends DomainException {
    NoticeNotApprovedException() {
        super("A policy of the incident asks for a second person, and nobody approved this notice. Ask somebody who did"
                + " not write it to approve it.");
    }
}
