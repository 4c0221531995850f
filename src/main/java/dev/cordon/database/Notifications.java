package dev.cordon.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what transactions of any replica tell by {@code NOTIFY}, on a connection of its own outside the pool. A message is
 * a hint and may be lost with the connection: then listeners are told that there was a gap, once it stands again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">PostgreSQL, NOTIFY</a>
 */
@ApplicationScoped
public class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);

    /** Whoever wants to know. Called on the one thread that listens, so it must not wait for anything. */
    public interface Listener {
        /** These messages came since the last call, each once. */
        void heard(Set<String> messages);

        /** Messages may have been missed. */
        void missedSome();
    }

    private static final String LISTEN = "listen cordon_timeline";

    /** Milliseconds. How long a silence lasts until the connection is tried. */
    private static final int SILENCE = 1_000;

    /** Seconds. A connection that does not answer within this time is given up. */
    private static final int PATIENCE = 2;

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final AgroalDataSource database;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::listenUntilStopped, "cordon-notifications");
    private volatile boolean listening;
    private volatile boolean stopped;

    @ConfigProperty(name = "cordon.live.listen", defaultValue = "true")
    boolean wanted;

    Notifications(@DataSource("live") AgroalDataSource database) {
        this.database = database;
        thread.setDaemon(true);
    }

    void begin(@Observes StartupEvent start) {
        if (wanted) {
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        stopped = true;
        thread.interrupt();
    }

    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** Whether messages arrive now; otherwise whoever wants to know must look for themselves. */
    public boolean areHeard() {
        return listening;
    }

    private void listenUntilStopped() {
        Duration wait = FIRST_WAIT;
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                begin(connection);
                wait = FIRST_WAIT;
                hearFrom(connection);
            } catch (SQLException | RuntimeException failure) {
                listening = false;
                report(failure, wait);
                rest(wait);
                wait = longer(wait);
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
        }
        listening = true;
        listeners.forEach(Listener::missedSome);
    }

    private void hearFrom(Connection connection) throws SQLException {
        PGConnection messages = connection.unwrap(PGConnection.class);
        while (!stopped) {
            PGNotification[] heard = messages.getNotifications(SILENCE);
            if (heard != null && heard.length > 0) {
                tell(heard);
            } else if (!connection.isValid(PATIENCE)) {
                throw new SQLException("The connection that listens does not answer");
            }
        }
    }

    private void tell(PGNotification[] heard) {
        Set<String> messages =
                Arrays.stream(heard).map(PGNotification::getParameter).collect(Collectors.toSet());
        listeners.forEach(listener -> listener.heard(messages));
    }

    private void report(Exception failure, Duration wait) {
        if (!stopped) {
            LOG.warnf(
                    "Not listening to the database, next try in %d ms: %s",
                    wait.toMillis(), failure.getClass().getSimpleName());
        }
    }

    private static void rest(Duration wait) {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }
}
