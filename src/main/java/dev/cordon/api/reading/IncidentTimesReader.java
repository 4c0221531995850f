package dev.cordon.api.reading;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.BreachTimesView;
import dev.cordon.api.view.EscalationTimesView;
import dev.cordon.api.view.IncidentTimesConnection;
import dev.cordon.api.view.IncidentTimesEdge;
import dev.cordon.api.view.IncidentTimesView;
import dev.cordon.api.view.MilestoneTimesView;
import dev.cordon.database.Row;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.PolicyBook;
import dev.cordon.incident.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the times of incidents for auditors, of restricted ones too, from the views that hold no content. */
@ApplicationScoped
public class IncidentTimesReader {
    private static final String COLUMNS = "select i.*";
    private static final String FROM = "from audited_incident i\n";
    private static final String MILESTONES =
            "select m.* from audited_milestone m where m.incident_id = any (?) and m.replaced_at is null"
                    + " order by m.incident_id, m.position";
    private static final String BREACHES =
            "select b.* from audited_breach b where b.incident_id = any (?) order by b.due_at, b.id";
    private static final String ESCALATIONS = """
            select e.*
            from (select n.*, row_number() over (partition by n.incident_id order by n.recorded_at desc, n.happened_at desc, n.id) as place
                  from audited_escalation n where n.incident_id = any (?)) e
            where e.place <= 100 order by e.incident_id, e.place
            """;
    private static final Order NEWEST_FIRST = new Order("times", "i.created_at", "timestamptz", "i.reference", true);

    private final Transactions transactions;
    private final PolicyBook book;

    IncidentTimesReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * The times of the incident of this reference.
     *
     * @throws dev.cordon.access.ForbiddenException for everybody but auditors, whatever the reference
     * @throws IncidentNotFoundException if there is none
     */
    public IncidentTimesView one(Reference reference, Selection selection) {
        return transactions.read(transaction -> {
            transaction.viewer().mustBe(Role.AUDITOR, "read the times of incidents");
            String sql = COLUMNS + "\n" + FROM + "where i.reference = ? and "
                    + OutsideVisibility.ofAuditor(transaction.viewer());
            List<IncidentTimesView> found = transaction.rows().list(sql, IncidentTimesView::of, reference.text());
            fill(transaction, found, selection);
            IncidentTimesView view =
                    found.stream().findFirst().orElseThrow(() -> new IncidentNotFoundException(reference));
            transaction.auditRead("incidentTime", List.of(view.id()));
            return view;
        });
    }

    /** A page of the times of all incidents, the newest first. */
    public IncidentTimesConnection page(PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            transaction.viewer().mustBe(Role.AUDITOR, "read the times of incidents");
            Conditions conditions = new Conditions().and(OutsideVisibility.ofAuditor(transaction.viewer()));
            Page.Query query = new Page.Query(COLUMNS, FROM, conditions, NEWEST_FIRST, selection);
            Page<IncidentTimesView> page = Page.read(transaction.rows(), request, query, IncidentTimesView::of);
            fill(transaction, page.values(), selection);
            transaction.auditRead(
                    "incidentTimes",
                    page.values().stream().map(IncidentTimesView::id).toList());
            List<IncidentTimesEdge> edges = page.entries().stream()
                    .map(entry -> new IncidentTimesEdge(entry.cursor(), entry.value()))
                    .toList();
            return new IncidentTimesConnection(page.values(), edges, page.info(), page.total());
        });
    }

    private void fill(Transaction transaction, List<IncidentTimesView> incidents, Selection selection) {
        Map<Long, IncidentTimesView> byId =
                incidents.stream().collect(Collectors.toMap(IncidentTimesView::id, Function.identity()));
        if (byId.isEmpty()) {
            return;
        }
        if (selection.has("milestones")) {
            transaction
                    .rows()
                    .list(
                            MILESTONES,
                            row -> byId.get(row.number("incident_id"))
                                    .milestones()
                                    .add(milestone(row, transaction.now())),
                            byId.keySet());
        }
        if (selection.has("breaches")) {
            transaction
                    .rows()
                    .list(
                            BREACHES,
                            row -> byId.get(row.number("incident_id"))
                                    .breaches()
                                    .add(BreachTimesView.of(row)),
                            byId.keySet());
        }
        if (selection.has("escalations")) {
            fillEscalations(transaction, byId);
        }
    }

    private static void fillEscalations(Transaction transaction, Map<Long, IncidentTimesView> byId) {
        transaction
                .rows()
                .list(
                        ESCALATIONS,
                        row -> byId.get(row.number("incident_id")).escalations().add(EscalationTimesView.of(row)),
                        byId.keySet());
    }

    private MilestoneTimesView milestone(Row row, Instant now) throws SQLException {
        MilestoneClock clock = MilestoneClock.of(row, book, now);
        return MilestoneTimesView.of(row, clock.state(), clock.dueAt());
    }
}
