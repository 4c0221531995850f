package dev.cordon.signin;

/** Cordon is configured, or its database filled, in a way that would let the wrong people in. It refuses to start. */
public final class StartRefusedException extends RuntimeException {
    StartRefusedException(String why) {
        super("Cordon refuses to start: " + why);
    }
}
