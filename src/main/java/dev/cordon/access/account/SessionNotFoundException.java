package dev.cordon.access.account;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The viewer has no running session with this id. */
public final class SessionNotFoundException extends DomainException {
    SessionNotFoundException(String id) {
        super("You have no session \"" + Excerpt.of(id) + "\" that is running. See sessions.");
    }
}
