package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** The new password is too short, too long, or the handle. The message never repeats it. */
public final class WeakPasswordException extends DomainException {
    WeakPasswordException(String why) {
        super(why);
    }
}
