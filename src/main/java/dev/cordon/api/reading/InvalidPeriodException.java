package dev.cordon.api.reading;

import dev.cordon.access.DomainException;

/** The period asked for is none, or too long. */
public final class InvalidPeriodException extends DomainException {
    InvalidPeriodException(String why) {
        super(why);
    }
}
