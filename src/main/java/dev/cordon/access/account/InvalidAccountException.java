package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** An account cannot be like this: its handle, name, or role. */
public final class InvalidAccountException extends DomainException {
    InvalidAccountException(String why) {
        super(why);
    }
}
