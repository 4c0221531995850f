package dev.cordon.incident;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Transaction;
import dev.cordon.access.Visibility;
import dev.cordon.database.DatabaseException;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the incident a change is about among those the viewer may change, locks its row and reads the time again. */
final class IncidentLock {
    private record Found(long id, Reference reference) {}

    private IncidentLock() {}

    /** For the team. */
    static Incident of(Transaction transaction, Reference reference) {
        String sql = "select i.id from incident i where i.reference = ? and "
                + Visibility.of(transaction.viewer(), "i.restricted", "i.id") + " for no key update";
        long id = held(reference, () -> transaction.rows().first(sql, row -> row.number("id"), reference.text()))
                .orElseThrow(() -> new IncidentNotFoundException(reference));
        transaction.readTimeAgain();
        return Incident.findById(id);
    }

    /** For somebody outside it, to whom the incident's rows are open from here to the end of the transaction. */
    static Incident of(Transaction transaction, Answer answer) {
        Found found = find(transaction, answer);
        transaction
                .rows()
                .first("select set_config('cordon.answering', ?, true)", row -> true, String.valueOf(found.id));
        String sql = "select i.id from incident i where i.id = ? for no key update";
        held(found.reference, () -> transaction.rows().first(sql, row -> row.number("id"), found.id));
        // Whoever held the lock may have withdrawn the link or the notice meanwhile.
        long id = find(transaction, new Answer(answer.author(), found.reference, answer.operation())).id;
        transaction.readTimeAgain();
        return Incident.findById(id);
    }

    private static Found find(Transaction transaction, Answer answer) {
        Reference reference = answer.reference();
        if (reference == null && !transaction.viewer().isByLink()) {
            throw new ReferenceRequiredException();
        }
        String sql = "select i.incident_id, i.reference from " + theirs(transaction, answer.author())
                + " and i.reference = coalesce(?, i.reference)";
        return transaction
                .rows()
                .first(
                        sql,
                        row -> new Found(row.number("incident_id"), new Reference(row.text("reference"))),
                        reference == null ? null : reference.text())
                .orElseThrow(() -> reference == null
                        ? new ReferenceRequiredException()
                        : new IncidentNotFoundException(reference));
    }

    private static String theirs(Transaction transaction, Author author) {
        return author == Author.VENDOR
                ? "vendor_incident i where " + OutsideVisibility.ofVendor(transaction.viewer(), "i")
                : "reporter_incident i where " + OutsideVisibility.ofReporter(transaction.viewer(), "i");
    }

    private static <T> Optional<T> held(Reference reference, Supplier<Optional<T>> locking) {
        try {
            return locking.get();
        } catch (DatabaseException failure) {
            throw failure.isLockTimeout() ? new IncidentBusyException(reference) : failure;
        }
    }
}
