package dev.cordon.incident;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A report that became an incident.
 *
 * @param link what its reporter comes back with; none for those who have an account
 */
public record Received(Reference reference, @Nullable Secret link) {
    /** The report as it is answered now. The secret of a link is not kept, so a repeat gets another that leads there too. */
    static Received by(Transaction transaction, Remembered incident) {
        boolean comesBackByLink = !transaction.viewer().isSignedIn();
        return new Received(
                incident.reference(), comesBackByLink ? ReporterLink.issued(transaction, incident.id()) : null);
    }
}
