package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The calendar is not as the viewer read it. */
public final class StaleCalendarException extends DomainException {
    StaleCalendarException(String id, String expectedVersion) {
        super("The calendar \"" + Excerpt.of(id) + "\" is not at version \"" + Excerpt.of(expectedVersion)
                + "\" any more. Read it again and repeat the change if it still fits.");
    }
}
