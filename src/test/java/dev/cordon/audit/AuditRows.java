package dev.cordon.audit;

import dev.cordon.database.Rows;
import dev.cordon.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Rows of the audit log as the application writes them, and the log as an auditor exports it. */
final class AuditRows {
    private static final String APPEND =
            "insert into audit_event (at, action, operation, via, incident_ids) values (clock_timestamp(), 'READ', ?, 'SESSION', '{1,2}')";

    private AuditRows() {}

    /** Appends a row as the application's role, and commits it. */
    static void append(String operation) {
        Database.run(Database.APPLICATION, APPEND, operation);
    }

    static void append(Connection connection, String operation) {
        new Rows(connection).update(APPEND, operation);
    }

    /** The log as it is, read as the documentation says. */
    static List<String> export() {
        return Database.as(Database.SEAL, AuditRows::export);
    }

    /** The log as it would be after a superuser did this to it; it is taken back. */
    static List<String> exportAfter(Consumer<Rows> tampering) {
        try (Connection connection = Database.connect(Database.SUPERUSER)) {
            connection.setAutoCommit(false);
            try {
                Rows rows = new Rows(connection);
                tampering.accept(rows);
                return export(rows);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Computes every hash anew, as somebody would who rewrites the log and knows how. */
    static void chainAnew(Rows rows) {
        ChainLink end = ChainLink.BEGINNING;
        for (String line : export(rows)) {
            end = end.next(ExportedRow.parse(line).row());
            rows.update(
                    "update audit_event set hash = decode(?, 'hex') where position = ?", end.hash(), end.position());
        }
    }

    private static List<String> export(Rows rows) {
        return rows.list("select line from audit_export order by position", row -> row.text("line"));
    }
}
