package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Whoever wrote a notice does not approve it. */
public final class OwnNoticeException extends DomainException {
    OwnNoticeException() {
        super("You wrote this notice, so somebody else approves it. Ask another person who works on the incident.");
    }
}
