package dev.cordon.leak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements the application sends while this is open, with the values they were sent with: told by the driver itself. */
final class SentStatements extends Handler implements AutoCloseable {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final Pattern PARSE =
            Pattern.compile("FE=> Parse\\(stmt=(\\w+),query=\"(.*)\",oids=\\{.*", Pattern.DOTALL);
    private static final Pattern BIND = Pattern.compile("FE=> Bind\\(stmt=(\\w+),portal=\\w+(.*)\\)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(",\\$\\d+=<(.*?)>,type=\\w+", Pattern.DOTALL);
    private static final int MOST = 3;

    /** Statements by the thread and name they were last parsed under. */
    private final Map<String, String> parsed = new ConcurrentHashMap<>();

    private final Map<String, List<List<String>>> sent = new LinkedHashMap<>();

    SentStatements() {
        setLevel(Level.ALL);
        DRIVER.addHandler(this);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        String thread = String.valueOf(Thread.currentThread().getId());
        Matcher parse = PARSE.matcher(logged.getMessage().trim());
        if (parse.matches()) {
            parsed.put(thread, parse.group(2));
            return;
        }
        Matcher bind = BIND.matcher(logged.getMessage().trim());
        if (bind.matches()) {
            keep(parsed.remove(thread), bind.group(2));
        }
    }

    /** A statement prepared long ago is bound without being parsed again: it was kept when it was parsed. */
    private void keep(@Nullable String sql, String bound) {
        if (sql == null) {
            return;
        }
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(bound);
        while (value.find()) {
            values.add(value.group(1));
        }
        List<List<String>> all = sent.computeIfAbsent(sql, text -> new ArrayList<>());
        if (all.size() < MOST && !all.contains(values)) {
            all.add(values);
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        DRIVER.setLevel(null);
        DRIVER.setUseParentHandlers(true);
        DRIVER.removeHandler(this);
    }

    /** Each statement with {@code $1}, and the lists of literals it was sent with. */
    synchronized Map<String, List<List<String>>> all() {
        return new LinkedHashMap<>(sent);
    }
}
