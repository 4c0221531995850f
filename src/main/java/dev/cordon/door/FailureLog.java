package dev.cordon.door;

import java.util.StringJoiner;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes down a failure under an id that the client gets too, so that it can be reported and found. The log holds where
 * it failed and never a message: messages quote rows and requests.
 */
public final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);

    private FailureLog() {}

    /** Answers the correlation id. */
    public static String record(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf("Request failed, correlation id %s: %s", id, trace(failure));
        return id;
    }

    private static String trace(Throwable failure) {
        StringJoiner trace = new StringJoiner("\n");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.add(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.add("    at " + frame);
            }
        }
        return trace.toString();
    }
}
