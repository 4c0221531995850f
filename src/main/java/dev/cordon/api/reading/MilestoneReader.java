package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.MilestoneFilter;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneConnection;
import dev.cordon.api.view.MilestoneEdge;
import dev.cordon.api.view.MilestoneView;
import dev.cordon.api.view.StepView;
import dev.cordon.database.Row;
import dev.cordon.incident.Histories;
import dev.cordon.incident.MilestoneSql;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.KeptDueTimes;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads milestones, of the incidents of a page or across all of them by due time; states are computed from row and now. */
@ApplicationScoped
public class MilestoneReader {
    private static final String COLUMNS = """
            select m.*, i.reference, i.title, l.handle as lead_handle, l.name as lead_name""";
    private static final String FROM = """
            from milestone m
            join incident i on i.id = m.incident_id
            left join person l on l.id = i.lead_id
            """;
    private static final String OF_INCIDENTS =
            "where m.incident_id = any (?) and m.replaced_at is null order by m.incident_id, m.position";
    private static final String FORMER_OF_INCIDENTS =
            "where m.incident_id = any (?) and m.replaced_at is not null order by m.incident_id, m.replaced_at, m.position";
    private static final StepView WAIVED =
            new StepView("It is waived, which moves neither its due time nor a breach.", null);
    /** States of nothing that has ended: said in so many words, they are found by the index of what has not. */
    private static final Set<MilestoneState> COUNTING =
            EnumSet.of(MilestoneState.RUNNING, MilestoneState.PAUSED, MilestoneState.BREACHED);

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
            Conditions conditions = conditions(filter, transaction);
            boolean waivers = selection.has("waiver");
            Page<Found> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(
                            COLUMNS + WaiverSql.columns(waivers),
                            FROM + WaiverSql.newestOf(waivers),
                            conditions,
                            BY_DUE_TIME,
                            selection.countsAll()),
                    row -> found(row, transaction.now()));
            List<Long> incidents =
                    page.values().stream().map(Found::incident).distinct().toList();
            if (selection.has("explanation")) {
                explain(transaction, page.values(), incidents);
            }
            transaction.auditRead("milestones", incidents);
            List<MilestoneEdge> edges = page.entries().stream()
                    .map(entry -> new MilestoneEdge(entry.cursor(), entry.value().milestone))
                    .toList();
            return new MilestoneConnection(
                    page.values().stream().map(Found::milestone).toList(), edges, page.info(), page.total());
        });
    }

    /** Fills the milestones of these incidents. */
    void fill(Transaction transaction, Map<Long, IncidentView> incidents, Selection selection) {
        read(transaction, OF_INCIDENTS, incidents, selection.below("milestones"))
                .forEach(each -> incidents.get(each.incident).milestones().add(each.milestone));
    }

    /** Fills the milestones of these incidents that rebases have replaced. */
    void fillFormer(Transaction transaction, Map<Long, IncidentView> incidents, Selection selection) {
        read(transaction, FORMER_OF_INCIDENTS, incidents, selection.below("formerMilestones"))
                .forEach(each -> incidents.get(each.incident).formerMilestones().add(each.milestone));
    }

    private List<Found> read(
            Transaction transaction, String which, Map<Long, IncidentView> incidents, Selection selection) {
        boolean waivers = selection.has("waiver");
        String sql = COLUMNS + WaiverSql.columns(waivers) + "\n" + FROM + WaiverSql.newestOf(waivers) + which;
        List<Found> found = transaction.rows().list(sql, row -> found(row, transaction.now()), incidents.keySet());
        if (selection.has("explanation")) {
            explain(transaction, found, List.copyOf(incidents.keySet()));
        }
        return found;
    }

    private static void explain(Transaction transaction, List<Found> found, List<Long> incidents) {
        if (incidents.isEmpty()) {
            return;
        }
        Map<Long, CaseHistory> histories = Histories.of(transaction.rows(), incidents);
        for (Found each : found) {
            each.steps(histories.get(each.incident)).stream()
                    .map(StepView::of)
                    .forEach(each.milestone.explanation()::add);
            if (each.milestone.state() == MilestoneState.WAIVED) {
                each.milestone.explanation().add(WAIVED);
            }
        }
    }

    private static Conditions conditions(@Nullable MilestoneFilter filter, Transaction transaction) {
        Conditions conditions = new Conditions()
                .and(Visibility.of(transaction.viewer(), "m.restricted", "m.incident_id"))
                .and("m.replaced_at is null");
        if (filter == null) {
            return conditions;
        }
        Instant now = transaction.now();
        conditions
                .andIf("m.key = ?", filter.key())
                .andIf("m.policy_id = ?", filter.policy())
                .andIf("m.strength = any (?)", IncidentCriteria.notEmpty(filter.strengths()))
                .andIf("i.lead_id = (select id from person where handle = ?)", filter.lead())
                .andIf("m.due_at >= ?", filter.dueFrom())
                .andIf("m.due_at < ?", filter.dueBefore());
        if (IncidentCriteria.notEmpty(filter.states()) != null) {
            conditions.and(MilestoneSql.state("m") + " = any (?)", now, now, now, filter.states());
            if (COUNTING.containsAll(filter.states())) {
                conditions.and("m.stopped_at is null and m.cancelled_at is null");
            }
        }
        if (filter.atRisk() != null) {
            conditions.and(
                    "coalesce(" + MilestoneSql.atRisk("m") + ", false) = ?", now, now, now, now, filter.atRisk());
        }
        return conditions;
    }

    private Found found(Row row, Instant now) throws SQLException {
        Instant replacedAt = row.instantOrNull("replaced_at");
        Instant at = replacedAt == null ? now : replacedAt;
        MilestoneClock clock = MilestoneClock.of(row, book, at);
        Instant atRiskAt = row.instantOrNull("at_risk_at");
        boolean atRisk = clock.state() == MilestoneState.RUNNING && atRiskAt != null && !atRiskAt.isAfter(at);
        return new Found(
                row.number("incident_id"),
                clock.rule(),
                at,
                row.instantOrNull("due_at"),
                MilestoneView.of(row, clock.state(), atRisk, clock.dueAt(), now));
    }

    /** A milestone as it is read at an instant: now or, of a former one, when it was replaced. */
    private record Found(
            long incident,
            PinnedRule rule,
            Instant at,
            @Nullable Instant storedDueAt,
            MilestoneView milestone) {
        List<Step> steps(CaseHistory history) {
            CaseHistory known = history.asOf(at);
            KeptDueTimes kept = KeptDueTimes.of(rule, known, at, storedDueAt, List.of());
            return rule.keeping(kept).explain(known, at);
        }
    }
}
