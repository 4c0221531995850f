package dev.cordon.access;

/** The viewer may see what this is about, but may not do it. */
public final class ForbiddenException extends DomainException {
    public ForbiddenException(String what, String who) {
        super("You may not " + what + ". Ask " + who + " to do it.");
    }
}
