package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** A token cannot be like this: its name, scopes, or the end of its life. */
public final class InvalidTokenException extends DomainException {
    InvalidTokenException(String why) {
        super(why);
    }
}
