package dev.cordon.door;

/** Cordon is configured, or its database filled, in a way that would let the wrong people in. It refuses to start. */
public final class StartRefusedException extends RuntimeException {
    public StartRefusedException(String why) {
        super("Cordon refuses to start: " + why);
    }
}
