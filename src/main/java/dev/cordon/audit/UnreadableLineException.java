package dev.cordon.audit;

/** A line of an exported file is not as Cordon writes it. Its message says how. */
final class UnreadableLineException extends RuntimeException {
    UnreadableLineException(String fault) {
        super(fault);
    }

    UnreadableLineException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
