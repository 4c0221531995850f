package dev.cordon.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a failure comes of a database that cannot be reached: it is away, it starts or stops, it does not let Cordon in,
 * it became the standby of another, it is too slow, or every connection of the pool is in use. The same request may succeed
 * a little later.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL, error codes</a>
 */
public final class Outage {
    /** The first two characters of a code: connection failures, and logins that are refused. */
    private static final Set<String> CLASSES = Set.of("08", "28");

    /**
     * Ended by an administrator, crashed, starting up or shutting down, too many connections; a statement or a lock that
     * took longer than its role may wait; changes refused because it only repeats what another one does.
     */
    private static final Set<String> CODES = Set.of("57P01", "57P02", "57P03", "53300", "57014", "55P03", "25006");

    /** Longer chains of causes are not looked through: they may be circles. */
    private static final int DEEPEST = 20;

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refused && isOutage(refused.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whatever the database itself says has a code: one without comes of the pool, which has no connection to give. */
    private static boolean isOutage(@Nullable String code) {
        return code == null || CODES.contains(code) || code.length() == 5 && CLASSES.contains(code.substring(0, 2));
    }
}
