package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** Administrators do not lower or disable themselves: whoever does it stays, so there is always one left. */
public final class OwnAccountException extends DomainException {
    OwnAccountException(String what) {
        super("You cannot " + what + " yourself. Ask another administrator.");
    }
}
