package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** There is no such policy. */
public final class PolicyNotFoundException extends DomainException {
    public PolicyNotFoundException(String id) {
        super("There is no policy \"" + Excerpt.of(id) + "\". The query policies lists those there are.");
    }
}
