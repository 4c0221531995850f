package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.view.DisclosureConflictView;
import dev.cordon.api.view.MilestoneChangeView;
import dev.cordon.api.view.PolicyPreviewView;
import dev.cordon.api.view.PolicyView;
import dev.cordon.database.Row;
import dev.cordon.incident.Histories;
import dev.cordon.incident.IncidentClosedException;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.PolicyBook;
import dev.cordon.incident.Reference;
import dev.cordon.incident.Replacement;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.ConflictKind;
import dev.cordon.policy.DisclosureCheck;
import dev.cordon.policy.MilestoneChange;
import dev.cordon.policy.PinnedPolicy;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.PlannedDate;
import dev.cordon.policy.Rebase;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.policy.RuleReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a rebase of an incident would change, worked out by {@link Rebase} like the rebase itself. */
@ApplicationScoped
public class PreviewReader {
    private static final String INCIDENT =
            "select i.id, i.status, i.next_due_at, i.planned_disclosure_at, i.planned_release_at from incident i"
                    + " where i.reference = ? and ";

    private final Transactions transactions;
    private final PolicyBook book;

    PreviewReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * What a rebase would change if it were done now; refuses what the rebase would refuse.
     *
     * @throws IncidentNotFoundException if there is no such incident that the viewer may see
     */
    public PolicyPreviewView of(Reference reference, Replacement.Request request) {
        // Before the transaction: what a policy is now takes a connection of its own.
        ResponsePolicy to = book.current(request.policy());
        return transactions.read(transaction -> {
            Seen incident = visible(transaction, reference);
            transaction.auditRead("previewPolicy", List.of(incident.id));
            if (incident.status == IncidentStatus.CLOSED) {
                throw new IncidentClosedException("rebase it");
            }
            return preview(transaction, incident, request, to);
        });
    }

    private PolicyPreviewView preview(
            Transaction transaction, Seen incident, Replacement.Request request, ResponsePolicy to) {
        List<PinnedPolicy> followed = FollowedPolicies.of(transaction.rows(), book, incident.id);
        Replacement replacement = Replacement.of(
                followed.stream().map(each -> PolicyBook.Key.of(each.policy())).toList(), request, to, book);
        Map<Long, CaseHistory> histories = Histories.of(transaction.rows(), List.of(incident.id));
        CaseHistory history = Objects.requireNonNull(histories.get(incident.id));
        Instant now = transaction.now();
        Map<Boolean, List<StoredRule>> stored = StoredRule.of(transaction.rows(), book, histories, now).stream()
                .collect(Collectors.partitioningBy(
                        each -> each.isOf(replacement.from().id())));
        List<StoredRule> replaced = stored.get(true);
        List<PinnedRule> before = replaced.stream().map(StoredRule::rule).toList();
        List<MilestoneChange> changes =
                new Rebase(replacement.from(), replacement.to(), before, history, now).changes();
        return new PolicyPreviewView(
                PolicyView.of(replacement.from()),
                PolicyView.of(replacement.to()),
                changes.stream().map(MilestoneChangeView::of).toList(),
                incident.nextDueAt,
                nextDue(stored.get(false), unwaived(changes, replaced, now), history, now),
                conflicts(new DisclosureCheck(after(followed, replacement, now), history, now), incident));
    }

    /** A milestone that is carried over takes its waiver along; one that the rebase makes anew is not waived. */
    private static Stream<MilestoneChange> unwaived(
            List<MilestoneChange> changes, List<StoredRule> replaced, Instant now) {
        Set<String> waived = replaced.stream()
                .filter(each -> each.isWaivedAt(now))
                .map(each -> each.rule().rule().key())
                .collect(Collectors.toSet());
        return changes.stream().filter(change -> !change.kind().carriesOver() || !waived.contains(change.key()));
    }

    /** The queue passes over what is waived. */
    private static @Nullable Instant nextDue(
            List<StoredRule> others, Stream<MilestoneChange> changes, CaseHistory history, Instant now) {
        return Stream.concat(
                        others.stream()
                                .filter(each -> !each.isWaivedAt(now))
                                .map(each -> RuleReading.of(each.rule(), history, now)),
                        changes.map(MilestoneChange::after).filter(Objects::nonNull))
                .map(RuleReading::openDueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<PinnedPolicy> after(List<PinnedPolicy> followed, Replacement replacement, Instant now) {
        return followed.stream()
                .map(each -> each.policy().equals(replacement.from()) ? new PinnedPolicy(replacement.to(), now) : each)
                .toList();
    }

    /** That a date has passed is no matter of the policy, and one that has been kept breaks nothing any more. */
    private static List<DisclosureConflictView> conflicts(DisclosureCheck check, Seen incident) {
        return incident.planned.entrySet().stream()
                .filter(planned -> check.history().facts().stream()
                        .noneMatch(fact -> fact.kind() == planned.getKey().fact()))
                .flatMap(planned -> check.conflicts(planned.getKey(), planned.getValue()).stream())
                .filter(conflict -> conflict.kind() != ConflictKind.PAST)
                .map(DisclosureConflictView::of)
                .toList();
    }

    private static Seen visible(Transaction transaction, Reference reference) {
        String sql = INCIDENT + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
        return transaction
                .rows()
                .first(sql, Seen::of, reference.text())
                .orElseThrow(() -> new IncidentNotFoundException(reference));
    }

    private record Seen(
            long id, IncidentStatus status, @Nullable Instant nextDueAt, Map<PlannedDate, Instant> planned) {
        static Seen of(Row row) throws SQLException {
            Map<PlannedDate, Instant> planned = new EnumMap<>(PlannedDate.class);
            Instant disclosure = row.instantOrNull("planned_disclosure_at");
            Instant release = row.instantOrNull("planned_release_at");
            if (disclosure != null) {
                planned.put(PlannedDate.PLANNED_DISCLOSURE, disclosure);
            }
            if (release != null) {
                planned.put(PlannedDate.PLANNED_RELEASE, release);
            }
            return new Seen(
                    row.number("id"),
                    row.constant(IncidentStatus.class, "status"),
                    row.instantOrNull("next_due_at"),
                    planned);
        }
    }
}
