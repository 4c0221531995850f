package dev.cordon.api.reading;

import static dev.cordon.api.reading.MilestoneColumns.ACROSS_INCIDENTS;
import static dev.cordon.api.reading.MilestoneColumns.BELOW_INCIDENTS;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.input.MilestoneFilter;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneConnection;
import dev.cordon.api.view.MilestoneEdge;
import dev.cordon.api.view.MilestoneHeading;
import dev.cordon.api.view.MilestoneView;
import dev.cordon.api.view.StepView;
import dev.cordon.database.Row;
import dev.cordon.incident.Histories;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.KeptDueTimes;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads milestones, of the incidents of a page or across all of them by due time; states are computed from row and now. */
@ApplicationScoped
public class MilestoneReader {
    private static final String CURRENT =
            "where m.incident_id = any (?) and m.replaced_at is null order by m.incident_id, m.position";
    private static final String FORMER =
            "where m.incident_id = any (?) and m.replaced_at is not null order by m.incident_id, m.replaced_at, m.position";
    private static final StepView WAIVED =
            new StepView("It is waived, which moves neither its due time nor a breach.", null);
    private static final Order BY_DUE_TIME =
            new Order("milestone", "coalesce(m.due_at, 'infinity'::timestamptz)", "timestamptz", "m.id::text", false);

    private final Transactions transactions;
    private final PolicyBook book;

    MilestoneReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /** A page of the milestones of incidents that the viewer may see, the earliest due first. */
    public MilestoneConnection page(@Nullable MilestoneFilter filter, PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Page<Found> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(
                            ACROSS_INCIDENTS.select(selection),
                            ACROSS_INCIDENTS.from(selection),
                            MilestoneCriteria.of(filter, transaction),
                            BY_DUE_TIME,
                            selection),
                    row -> acrossIncidents(ACROSS_INCIDENTS.row(row), transaction.now()));
            if (selection.has("explanation")) {
                explain(transaction, page.values());
            }
            transaction.auditRead("milestones", incidents(page.values()));
            List<MilestoneEdge> edges = page.entries().stream()
                    .map(entry -> new MilestoneEdge(entry.cursor(), entry.value().milestone))
                    .toList();
            return new MilestoneConnection(
                    page.values().stream().map(Found::milestone).toList(), edges, page.info(), page.total());
        });
    }

    /** Fills the milestones of incidents, and those that rebases have replaced. */
    void fill(Filling filling) {
        fill(filling, "milestones", CURRENT, IncidentView::milestones);
        fill(filling, "formerMilestones", FORMER, IncidentView::formerMilestones);
    }

    private void fill(Filling filling, String field, String which, Function<IncidentView, List<MilestoneView>> of) {
        if (!filling.selection().has(field)) {
            return;
        }
        Selection selection = filling.selection().below(field);
        Transaction transaction = filling.transaction();
        filling.ask(
                BELOW_INCIDENTS.select(selection) + "\n" + BELOW_INCIDENTS.from(selection) + which,
                row -> found(BELOW_INCIDENTS.row(row), filling.heading(row), transaction.now()),
                found -> {
                    found.forEach(
                            each -> of.apply(filling.incident(each.incident)).add(each.milestone));
                    if (selection.has("explanation")) {
                        explain(transaction, found);
                    }
                });
    }

    private void explain(Transaction transaction, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        Map<Long, CaseHistory> histories = Histories.of(transaction.rows(), incidents(found));
        for (Found each : found) {
            each.steps(book, histories.get(each.incident)).stream()
                    .map(StepView::of)
                    .forEach(each.milestone.explanation()::add);
            if (each.milestone.state() == MilestoneState.WAIVED) {
                each.milestone.explanation().add(WAIVED);
            }
        }
    }

    private static List<Long> incidents(List<Found> found) {
        return found.stream().map(Found::incident).distinct().toList();
    }

    private Found acrossIncidents(Row row, Instant now) throws SQLException {
        return found(row, MilestoneHeading.of(row), now);
    }

    private Found found(Row row, MilestoneHeading heading, Instant now) throws SQLException {
        Instant replacedAt = row.instantOrNull("replaced_at");
        Instant at = replacedAt == null ? now : replacedAt;
        MilestoneClock clock = MilestoneClock.of(row, book, at);
        return new Found(
                row.number("incident_id"),
                row.instantOrNull("applies_from"),
                at,
                row.instantOrNull("due_at"),
                MilestoneView.of(row, heading, clock.reading(row, at), now));
    }

    /** A milestone as it is read at an instant: now or, of a former one, when it was replaced. */
    private record Found(
            long incident,
            @Nullable Instant appliesFrom,
            Instant at,
            @Nullable Instant storedDueAt,
            MilestoneView milestone) {
        List<Step> steps(PolicyBook book, CaseHistory history) {
            PolicyBook.Key version = new PolicyBook.Key(milestone.policy(), milestone.policyVersion());
            PinnedRule rule = book.rule(version, milestone.key(), appliesFrom);
            CaseHistory known = history.asOf(at);
            KeptDueTimes kept = KeptDueTimes.of(rule, known, at, storedDueAt, List.of());
            return rule.keeping(kept).explain(known, at);
        }
    }
}
