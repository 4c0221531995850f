package dev.cordon.incident;

/** The policies cannot be read, or contradict each other. Cordon refuses to start. */
final class UnusablePoliciesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusablePoliciesException(String why) {
        super("Cordon refuses to start: " + why);
    }
}
