package dev.cordon.api.limits;

import dev.cordon.access.DomainException;
import java.time.Duration;

/** Too much was reported from this address by people who are not signed in. */
public final class TooManyReportsException extends DomainException {
    TooManyReportsException(Duration wait) {
        super("Too many reports came from your address. Send this one again in " + wait.toSeconds()
                + " s, or sign in.");
    }
}
