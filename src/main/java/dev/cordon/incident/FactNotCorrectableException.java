package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** This fact cannot be corrected in the way asked for. */
public final class FactNotCorrectableException extends DomainException {
    FactNotCorrectableException(String why) {
        super(why);
    }
}
