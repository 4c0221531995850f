package dev.cordon.leak;

import dev.cordon.access.Means;
import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import dev.cordon.access.Visibility;
import dev.cordon.database.Rows;
import dev.cordon.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A way to incidents as one person, past the application: with row-level security, or as the owner, without it. */
final class Lock implements AutoCloseable {
    private static final List<Pattern> PREDICATES =
            List.of(predicateOf(Role.COMMITTEE), predicateOf(Role.RESPONDER), predicateOf(Role.AUDITOR));

    private final Connection connection;

    private Lock(String role, String handle) throws SQLException {
        connection = Database.connect(role);
        connection.setAutoCommit(false);
        new Rows(connection).first("select set_config('cordon.actor', ?, true)", row -> true, Database.idOf(handle));
    }

    static Lock withRowLevelSecurity(String handle) throws SQLException {
        return new Lock(Database.APPLICATION, handle);
    }

    static Lock withoutRowLevelSecurity(String handle) throws SQLException {
        return new Lock(Database.OWNER, handle);
    }

    /** A statement of the application without its condition; the same if it has none. */
    static String withoutPredicate(String sql) {
        String open = sql;
        for (Pattern predicate : PREDICATES) {
            open = predicate.matcher(open).replaceAll("(true)");
        }
        return open;
    }

    /** The rows a statement finds with these literals for {@code $1}, {@code $2}… */
    List<String> rows(String sql, List<String> literals) {
        String its = sql;
        for (int i = literals.size(); i > 0; i--) {
            its = its.replace("$" + i, literals.get(i - 1));
        }
        // A subselect locks no row; that hides nothing.
        String query = its.replaceAll("(?i)\\s+for (no key )?update( skip locked)?\\s*$", "");
        return new Rows(connection).list("select t::text as value from (" + query + ") t", row -> row.text("value"));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static Pattern predicateOf(Role role) {
        Viewer viewer = new Viewer(UUID.randomUUID(), "x", "x", role, false, Means.NAME, null, Set.of());
        String column = "\\E\\w+\\.\\w+\\Q";
        return Pattern.compile(Pattern.quote(Visibility.of(viewer, "RESTRICTED", "INCIDENT"))
                .replace("RESTRICTED", column)
                .replace("INCIDENT", column));
    }
}
