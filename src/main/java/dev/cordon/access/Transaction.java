package dev.cordon.access;

import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
import dev.cordon.database.Together;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as the code inside it sees it: who is asking, what time it is, and the rows. It begins with one
 * statement that sets the actor for row-level security and returns the database's time.
 */
public final class Transaction {
    private static final String AUDIT =
            "insert into audit_event (at, actor_id, via, action, operation, subject_id, incident_ids) values (?, ?, ?, ?, ?, ?, ?)";

    private static final Long[] NO_INCIDENT = {};

    private final Rows rows;
    private final DatabaseTime time;
    private final Start start;
    private @Nullable Instant later;
    private boolean repeat;
    private @Nullable List<ReadRow> reads;

    private Transaction(Rows rows, DatabaseTime time, Start start) {
        this.rows = rows;
        this.time = time;
        this.start = start;
    }

    /** On a connection that is inside a database transaction already, as whoever the credential stands for. */
    static Transaction begin(Connection connection, DatabaseTime time, @Nullable Credential credential, Scope scope) {
        Rows rows = new Rows(connection);
        Transaction transaction = new Transaction(rows, time, new Start(rows, time, credential, scope));
        transaction.viewer();
        transaction.start.keepUse(rows);
        return transaction;
    }

    /**
     * The same for what only reads: it begins with its first query. Audit rows are kept for whoever ends it, to be written with those
     * of others.
     *
     * @param rows of a new transaction
     */
    static Transaction reading(Rows rows, DatabaseTime time, @Nullable Credential credential) {
        Transaction transaction = new Transaction(rows, time, new Start(rows, time, credential, Scope.READ));
        transaction.reads = new ArrayList<>();
        return transaction;
    }

    public Viewer viewer() {
        return start.viewer();
    }

    /** The transaction's time, to the millisecond. Everything in it happens at this instant. */
    public Instant now() {
        return later == null ? start.now() : later;
    }

    /** Whether the request was answered before: its effect is there, and is only read again. */
    public boolean isRepeat() {
        return repeat;
    }

    public Rows rows() {
        start.viewer();
        return rows;
    }

    /** Queries to be asked together. They are the beginning, if they are the first and ask for nothing that depends on who asks. */
    public Together together() {
        Together together = rows.together();
        start.with(together);
        return together;
    }

    /** Reads the last of a transaction: one that only reads ends with it, on the same way to the database. */
    public void readLast(Together together) {
        if (reads == null) {
            together.read();
        } else {
            together.readAndCommit();
        }
    }

    /**
     * Reads the time again. Called once, right after the incident's row was locked: a change that waited for the lock
     * happens after the one it waited for.
     */
    public void readTimeAgain() {
        later = time.of(rows.first("select clock_timestamp() as clock", row -> row.instant("clock"))
                .orElseThrow());
    }

    /** Keeps that the credential of a reading transaction was used, once that is over: it may end with its first queries. */
    void keepUse(Rows where) {
        start.keepUse(where);
    }

    void isNow(boolean repeated) {
        repeat = repeated;
    }

    /** Those that were kept. */
    List<ReadRow> reads() {
        return reads == null ? List.of() : reads;
    }

    /** Records that the viewer read these incidents; without the row there is no answer. */
    public void auditRead(String operation, Collection<Long> incidentIds) {
        audit(AuditAction.READ, operation, incidentIds);
    }

    /** Records that the viewer read what is of no incident, such as the audit log. */
    public void auditRead(String operation) {
        insertAudit(AuditAction.READ, operation, null, List.of());
    }

    /** Records that the viewer changed these incidents. */
    public void auditChange(String operation, Collection<Long> incidentIds) {
        audit(AuditAction.CHANGE, operation, incidentIds);
    }

    /** Records that the viewer changed what is of no incident, such as a calendar. */
    public void auditChange(String operation) {
        insertAudit(AuditAction.CHANGE, operation, null, List.of());
    }

    /** Records that the viewer changed who may come in: their own account or somebody else's. */
    public void auditAccount(String operation, @Nullable UUID subject) {
        insertAudit(AuditAction.ACCOUNT, operation, subject, List.of());
    }

    private void audit(AuditAction action, String operation, Collection<Long> incidentIds) {
        if (!incidentIds.isEmpty()) {
            insertAudit(action, operation, null, incidentIds);
        }
    }

    private void insertAudit(
            AuditAction action, String operation, @Nullable UUID subject, Collection<Long> incidentIds) {
        if (reads != null && action == AuditAction.READ) {
            reads.add(new ReadRow(now(), viewer().id(), viewer().means(), operation, List.copyOf(incidentIds)));
            return;
        }
        Object incidents = incidentIds.isEmpty() ? NO_INCIDENT : incidentIds;
        rows.update(AUDIT, now(), viewer().id(), viewer().means(), action, operation, subject, incidents);
    }
}
