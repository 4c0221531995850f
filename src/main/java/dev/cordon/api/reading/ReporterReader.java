package dev.cordon.api.reading;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.PromiseView;
import dev.cordon.api.view.ReporterMessageView;
import dev.cordon.api.view.ReporterView;
import dev.cordon.api.view.ReporterViewConnection;
import dev.cordon.api.view.ReporterViewEdge;
import dev.cordon.database.Row;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.PolicyBook;
import dev.cordon.incident.Reference;
import dev.cordon.incident.ReferenceRequiredException;
import dev.cordon.policy.MilestoneState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads reports for those who reported them, from the views that hold what a reporter may know. */
@ApplicationScoped
public class ReporterReader {
    private static final String COLUMNS = "select i.*";
    private static final String FROM = "from reporter_incident i\n";
    private static final String MESSAGES =
            "select m.* from reporter_message m where m.incident_id = any (?) order by m.written_at, m.id";
    /** A waiver is the team's: what was promised is shown as if there were none. */
    private static final String PROMISES = """
            select p.*, null::timestamptz as waived_from, null::timestamptz as waived_until from reporter_promise p
            where p.incident_id = any (?) and p.started_at is not null and p.due_at is not null and p.stopped_at is null
              and p.cancelled_at is null
            order by p.incident_id, p.position
            """;

    private static final Order NEWEST_FIRST =
            new Order("reported", "i.received_at", "timestamptz", "i.reference", true);

    private final Transactions transactions;
    private final PolicyBook book;

    ReporterReader(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /**
     * The report of this reference, or the one of the reporter's link.
     *
     * @throws IncidentNotFoundException if it is not the viewer's
     * @throws ReferenceRequiredException if nothing says which one is meant
     */
    public ReporterView one(@Nullable Reference reference, Selection selection) {
        return transactions.read(transaction -> {
            if (reference == null && !transaction.viewer().isByLink()) {
                throw new ReferenceRequiredException();
            }
            ReporterView view = find(transaction, reference, selection);
            transaction.auditRead("reporterView", List.of(view.id()));
            return view;
        });
    }

    /** The report inside a transaction that goes on, such as that of the answer which changed it. */
    public ReporterView find(Transaction transaction, @Nullable Reference reference, Selection selection) {
        String sql = COLUMNS + "\n" + FROM + "where i.reference = coalesce(?, i.reference) and "
                + OutsideVisibility.ofReporter(transaction.viewer(), "i");
        String asked = reference == null ? null : reference.text();
        List<ReporterView> found = transaction.rows().list(sql, ReporterView::of, asked);
        return found.stream()
                .map(filling(transaction, found, selection))
                .findFirst()
                .orElseThrow(() -> reference == null
                        ? new ReferenceRequiredException()
                        : new IncidentNotFoundException(reference));
    }

    /** A page of what the viewer reported with their account, the newest first. */
    public ReporterViewConnection page(PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Conditions conditions = new Conditions().and(OutsideVisibility.ofReporter(transaction.viewer(), "i"));
            Page.Query query = new Page.Query(COLUMNS, FROM, conditions, NEWEST_FIRST, selection);
            Page<ReporterView> rows = Page.read(transaction.rows(), request, query, ReporterView::of);
            Page<ReporterView> page = rows.map(filling(transaction, rows.values(), selection));
            transaction.auditRead(
                    "reportedByMe", page.values().stream().map(ReporterView::id).toList());
            List<ReporterViewEdge> edges = page.entries().stream()
                    .map(entry -> new ReporterViewEdge(entry.cursor(), entry.value()))
                    .toList();
            return new ReporterViewConnection(page.values(), edges, page.info(), page.total());
        });
    }

    /** Reads what belongs to these reports, and answers how each is completed by it. */
    private Function<ReporterView, ReporterView> filling(
            Transaction transaction, List<ReporterView> reports, Selection selection) {
        Map<Long, ReporterView> byId =
                reports.stream().collect(Collectors.toMap(ReporterView::id, Function.identity()));
        if (selection.has("messages") && !byId.isEmpty()) {
            transaction
                    .rows()
                    .list(
                            MESSAGES,
                            row -> byId.get(row.number("incident_id"))
                                    .messages()
                                    .add(ReporterMessageView.of(row)),
                            byId.keySet());
        }
        Map<Long, PromiseView> promises = new HashMap<>();
        if (selection.has("nextPromise") && !byId.isEmpty()) {
            transaction
                    .rows()
                    .list(
                            PROMISES,
                            row -> promises.merge(
                                    row.number("incident_id"),
                                    promise(row, transaction.now()),
                                    ReporterReader::earlier),
                            byId.keySet());
        }
        return report -> report.promised(promises.get(report.id()));
    }

    private PromiseView promise(Row row, Instant now) throws SQLException {
        MilestoneClock clock = MilestoneClock.of(row, book, now);
        return new PromiseView(row.text("name"), clock.dueAt(), clock.state() == MilestoneState.BREACHED);
    }

    private static PromiseView earlier(PromiseView one, PromiseView other) {
        return other.dueAt().isBefore(one.dueAt()) ? other : one;
    }
}
