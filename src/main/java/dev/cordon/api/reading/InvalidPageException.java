package dev.cordon.api.reading;

import dev.cordon.access.DomainException;

/** The page asked for is none. */
public final class InvalidPageException extends DomainException {
    InvalidPageException(String why) {
        super(why);
    }
}
