package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The one who asked may not also answer. */
public final class SecondPersonRequiredException extends DomainException {
    SecondPersonRequiredException() {
        super("You asked for this waiver, so somebody else answers. Ask another committee member, or withdraw it.");
    }
}
