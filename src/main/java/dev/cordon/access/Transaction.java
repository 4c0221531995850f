package dev.cordon.access;

import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
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
    private final Viewer viewer;
    private Instant now;
    private boolean repeat;
    private @Nullable List<ReadRow> reads;

    private Transaction(Rows rows, DatabaseTime time, Beginning beginning) {
        this.rows = rows;
        this.time = time;
        this.viewer = beginning.viewer();
        this.now = time.of(beginning.clock());
    }

    /** Begins on a connection that is inside a database transaction already, as whoever the credential stands for. */
    static Transaction begin(Connection connection, DatabaseTime time, @Nullable Credential credential) {
        Rows rows = new Rows(connection);
        Beginning beginning = Beginning.of(rows, credential);
        Transaction transaction = admitted(rows, time, beginning);
        beginning.seeAt(transaction.now, rows);
        return transaction;
    }

    /** The same, without keeping that the credential was used. */
    static Transaction watch(Connection connection, DatabaseTime time, @Nullable Credential credential) {
        Rows rows = new Rows(connection);
        return admitted(rows, time, Beginning.of(rows, credential));
    }

    private static Transaction admitted(Rows rows, DatabaseTime time, Beginning beginning) {
        Transaction transaction = new Transaction(rows, time, beginning);
        beginning.admitAt(transaction.now);
        return transaction;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** The transaction's time, to the millisecond. Everything in it happens at this instant. */
    public Instant now() {
        return now;
    }

    /** Whether the request was answered before: its effect is there, and is only read again. */
    public boolean isRepeat() {
        return repeat;
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

    void isNow(boolean repeated) {
        repeat = repeated;
    }

    /** From now on the audit rows of reads are kept for whoever ends the transaction, to be written with those of others. */
    Transaction keepingReads() {
        reads = new ArrayList<>();
        return this;
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
            reads.add(new ReadRow(now, viewer.id(), viewer.means(), operation, List.copyOf(incidentIds)));
            return;
        }
        Object incidents = incidentIds.isEmpty() ? NO_INCIDENT : incidentIds;
        rows.update(AUDIT, now, viewer.id(), viewer.means(), action, operation, subject, incidents);
    }
}
