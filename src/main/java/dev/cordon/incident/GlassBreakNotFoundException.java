package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** Nobody waits for this confirmation, or not for the viewer's: the two are the same. */
public final class GlassBreakNotFoundException extends DomainException {
    GlassBreakNotFoundException(String id) {
        super("\"" + Excerpt.of(id)
                + "\" is nothing that you may confirm. It may be unknown, confirmed, older than 24 hours "
                + "or no longer needed, and neither who asked nor who is to be let in confirms it.");
    }
}
