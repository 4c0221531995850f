package dev.cordon.notice.oncall;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** There is no shift of this id that still counts. */
public final class ShiftNotFoundException extends DomainException {
    ShiftNotFoundException(String id) {
        super("There is no shift \"" + Excerpt.of(id) + "\" that was not cancelled. Take an id from shifts.");
    }
}
