package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A correction that erases a recorded breach says why. */
public final class ReasonRequiredException extends DomainException {
    ReasonRequiredException(String milestone) {
        super("This correction withdraws the recorded breach of \"" + milestone
                + "\". Repeat it with a note or a link to evidence.");
    }
}
