package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Access cannot be taken away in this way. */
public final class AccessStillNeededException extends DomainException {
    AccessStillNeededException(String why) {
        super(why);
    }
}
