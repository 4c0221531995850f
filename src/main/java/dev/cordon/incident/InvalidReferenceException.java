package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** A text that cannot be an incident's reference. */
public final class InvalidReferenceException extends DomainException {
    InvalidReferenceException(String text) {
        super("\"" + Excerpt.of(text)
                + "\" is not a reference. One looks like INC-7Q2M4K: INC- and six of 0-9 A-Z without I, L, O, U.");
    }
}
