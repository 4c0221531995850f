package dev.cordon.notice.target;

import dev.cordon.access.DomainException;

/** A target for webhooks that cannot be made. */
public final class InvalidTargetException extends DomainException {
    InvalidTargetException(String why) {
        super("This target cannot be made: " + why + ".");
    }
}
