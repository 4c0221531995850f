package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The incident has no such notice. */
public final class NoticeDraftNotFoundException extends DomainException {
    NoticeDraftNotFoundException(String id) {
        super("The incident has no notice \"" + Excerpt.of(id) + "\". Use the id of one of its notices.");
    }
}
