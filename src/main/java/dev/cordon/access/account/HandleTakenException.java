package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** Somebody has this handle already, perhaps disabled; handles are never given to anybody else. */
public final class HandleTakenException extends DomainException {
    HandleTakenException(String handle) {
        super("Somebody has the handle \"" + handle + "\" already. Choose another one.");
    }
}
