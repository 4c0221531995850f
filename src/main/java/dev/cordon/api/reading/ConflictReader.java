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
import dev.cordon.policy.PinnedPolicy;
import dev.cordon.policy.PlannedDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reads what a date would break in an incident the viewer may see. */
@ApplicationScoped
public class ConflictReader {
    private static final String POLICIES = """
            select p.policy_id, p.policy_version, p.base, p.added_at from incident_policy p
            where p.incident_id = ? order by p.base desc, p.added_at
            """;

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
        List<PinnedPolicy> policies = transaction
                .rows()
                .list(
                        POLICIES,
                        row -> new PinnedPolicy(
                                book.pinned(row.text("policy_id"), row.text("policy_version")),
                                row.flag("base") ? null : row.instant("added_at")),
                        incident);
        CaseHistory history = Objects.requireNonNull(
                Histories.of(transaction.rows(), List.of(incident)).get(incident));
        return new DisclosureCheck(policies, history, transaction.now());
    }
}
