package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A date cannot be planned in the way asked for. */
public final class InvalidPlanException extends DomainException {
    InvalidPlanException(String why) {
        super(why);
    }
}
