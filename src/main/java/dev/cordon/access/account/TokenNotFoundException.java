package dev.cordon.access.account;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** There is no token with this id that the viewer may revoke. */
public final class TokenNotFoundException extends DomainException {
    TokenNotFoundException(String id) {
        super("There is no token \"" + Excerpt.of(id) + "\" of yours. See tokens.");
    }
}
