package dev.cordon.access.account;

import dev.cordon.access.DomainException;
import java.time.Instant;

/** Signing in failed too often for this account or from this address, whether the account exists or not. */
public final class TooManyAttemptsException extends DomainException {
    TooManyAttemptsException(Instant again) {
        super("Signing in failed too often. Try again at " + again + ".");
    }
}
