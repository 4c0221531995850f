package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** A person has as many live tokens as anybody may. */
public final class TooManyTokensException extends DomainException {
    TooManyTokensException(int most) {
        super("There are " + most + " live tokens already, which is all one person may have. Revoke one first.");
    }
}
