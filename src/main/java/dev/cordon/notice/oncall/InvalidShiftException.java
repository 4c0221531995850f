package dev.cordon.notice.oncall;

import dev.cordon.access.DomainException;

/** A shift, or a period of shifts, that cannot be. */
public final class InvalidShiftException extends DomainException {
    InvalidShiftException(String why) {
        super("This shift cannot be set: " + why + ".");
    }
}
