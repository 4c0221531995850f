package dev.cordon.access;

import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as the code inside it sees it: who is asking, what time it is, and the rows. It begins with one
 * statement that sets the actor for row-level security and returns the database's time.
 */
public final class Transaction {
    private static final String BEGIN = """
            select set_config('cordon.actor', coalesce(p.id::text, ''), true), clock_timestamp() as clock,
                   p.id, p.handle, p.name, p.role, p.machine
            from (select) nobody left join person p on p.handle = ? and p.disabled_at is null
            """;

    private static final String AUDIT =
            "insert into audit_event (at, actor_id, action, operation, incident_ids) values (?, ?, ?, ?, ?)";

    private final Rows rows;
    private final DatabaseTime time;
    private final Viewer viewer;
    private Instant now;

    private Transaction(Rows rows, DatabaseTime time, Beginning beginning) {
        this.rows = rows;
        this.time = time;
        this.viewer = beginning.viewer;
        this.now = time.of(beginning.clock);
    }

    /** Begins on a connection that is inside a database transaction already. */
    static Transaction begin(Connection connection, DatabaseTime time, @Nullable String handle) {
        Rows rows = new Rows(connection);
        Beginning beginning = rows.first(BEGIN, Beginning::of, handle).orElseThrow();
        if (handle != null && !beginning.viewer.isSignedIn()) {
            throw new PersonNotFoundException(handle);
        }
        return new Transaction(rows, time, beginning);
    }

    public Viewer viewer() {
        return viewer;
    }

    /** The transaction's time, to the millisecond. Everything in it happens at this instant. */
    public Instant now() {
        return now;
    }

    public Rows rows() {
        return rows;
    }

    /**
     * Reads the time again. Called once, right after the incident's row was locked: a change that waited for the lock
     * happens after the one it waited for.
     */
    public void readTimeAgain() {
        now = time.of(rows.first("select clock_timestamp() as clock", row -> row.instant("clock"))
                .orElseThrow());
    }

    /** Records that the viewer read these incidents; without the row there is no answer. */
    public void auditRead(String operation, Collection<Long> incidentIds) {
        audit("READ", operation, incidentIds);
    }

    /** Records that the viewer changed these incidents. */
    public void auditChange(String operation, Collection<Long> incidentIds) {
        audit("CHANGE", operation, incidentIds);
    }

    private void audit(String action, String operation, Collection<Long> incidentIds) {
        if (!incidentIds.isEmpty()) {
            rows.update(AUDIT, now, viewer.id(), action, operation, incidentIds);
        }
    }

    private record Beginning(Viewer viewer, Instant clock) {
        static Beginning of(Row row) throws SQLException {
            Instant clock = row.instant("clock");
            if (row.uuidOrNull("id") == null) {
                return new Beginning(Viewer.NOBODY, clock);
            }
            return new Beginning(
                    new Viewer(
                            row.uuid("id"),
                            row.text("handle"),
                            row.text("name"),
                            row.constant(Role.class, "role"),
                            row.flag("machine")),
                    clock);
        }
    }
}
