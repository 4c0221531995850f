package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such waiver. */
public final class WaiverNotFoundException extends DomainException {
    WaiverNotFoundException(String id) {
        super("The incident has no waiver \"" + Excerpt.of(id) + "\". Use the id of one of its waivers.");
    }
}
