package dev.cordon.notice.target;

/** A target whose name has no address, or one that no webhook may go to. Its message is one word. */
public final class TargetRefusedException extends RuntimeException {
    TargetRefusedException(String why) {
        super(why);
    }
}
