package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A text is missing, too long, or not of the form its field asks for. */
public final class InvalidTextException extends DomainException {
    InvalidTextException(String why) {
        super(why);
    }
}
