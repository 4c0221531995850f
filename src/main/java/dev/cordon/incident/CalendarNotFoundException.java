package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** There is no such calendar. */
public final class CalendarNotFoundException extends DomainException {
    CalendarNotFoundException(String id) {
        super("There is no calendar \"" + Excerpt.of(id) + "\". The query calendars lists those there are.");
    }
}
