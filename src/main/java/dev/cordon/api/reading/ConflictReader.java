package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.view.DisclosureConflictView;
import dev.cordon.incident.Histories;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Planning;
import dev.cordon.incident.PolicyBook;
import dev.cordon.incident.Reference;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.DisclosureCheck;
import dev.cordon.policy.PlannedDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reads what a date would break in an incident the viewer may see. */
@ApplicationScoped
public class ConflictReader {
    private final Transactions transactions;
    private final PolicyBook book;

    ConflictReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * What a disclosure at that date would break.
     *
     * @throws IncidentNotFoundException if there is no such incident that the viewer may see
     */
    public List<DisclosureConflictView> ofDisclosure(Reference reference, Instant at) {
        return transactions.read(transaction -> {
            long incident = visible(transaction, reference);
            transaction.auditRead("checkDisclosureDate", List.of(incident));
            return check(transaction, incident)
                    .conflicts(PlannedDate.PLANNED_DISCLOSURE, Planning.plausible(at, transaction.now()))
                    .stream()
                    .map(DisclosureConflictView::of)
                    .toList();
        });
    }

    private static long visible(Transaction transaction, Reference reference) {
        String sql = "select i.id from incident i where i.reference = ? and "
                + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
        return transaction
                .rows()
                .first(sql, row -> row.number("id"), reference.text())
                .orElseThrow(() -> new IncidentNotFoundException(reference));
    }

    private DisclosureCheck check(Transaction transaction, long incident) {
        CaseHistory history = Objects.requireNonNull(
                Histories.of(transaction.rows(), List.of(incident)).get(incident));
        return new DisclosureCheck(FollowedPolicies.of(transaction.rows(), book, incident), history, transaction.now());
    }
}
