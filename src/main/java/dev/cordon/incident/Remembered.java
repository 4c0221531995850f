package dev.cordon.incident;

import dev.cordon.access.Transaction;
import java.util.List;

/** The incident a request changed, as it is remembered with the request's idempotency key: no content, only which one. */
record Remembered(Reference reference, long id) {
    private static final String SEPARATOR = " ";

    static Remembered of(Incident incident) {
        return new Remembered(incident.reference(), incident.id);
    }

    /** Reads what {@link #text} wrote. */
    static Remembered of(String text) {
        String[] parts = text.split(SEPARATOR);
        return new Remembered(new Reference(parts[0]), Long.parseLong(parts[1]));
    }

    String text() {
        return reference.text() + SEPARATOR + id;
    }

    /** A change has its audit row already; a repeat changes nothing, it reads. */
    Remembered audited(Transaction transaction, String operation) {
        if (transaction.isRepeat()) {
            transaction.auditRead(operation, List.of(id));
        }
        return this;
    }
}
