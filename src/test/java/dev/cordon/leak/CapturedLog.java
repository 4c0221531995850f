package dev.cordon.leak;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged while it is open, of every logger. */
final class CapturedLog extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final StringBuffer text = new StringBuffer();

    CapturedLog() {
        setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        text.append(logged.getLoggerName())
                .append(' ')
                .append(logged.getMessage())
                .append(' ')
                .append(Arrays.toString(logged.getParameters()));
        for (Throwable cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        text.append('\n');
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }

    String text() {
        return text.toString();
    }
}
