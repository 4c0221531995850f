package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.BreachFilter;
import dev.cordon.api.view.BreachConnection;
import dev.cordon.api.view.BreachEdge;
import dev.cordon.api.view.BreachView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads breaches across incidents, newest first. */
@ApplicationScoped
public class BreachReader {
    private static final String COLUMNS = """
            select b.*, b.withdrawn_at is not null as withdrawn, i.reference, i.title, m.policy_id, m.key, m.name,
                   case when m.stopped_at > m.due_at and m.due_at = b.due_at then m.stopped_at end as met_late_at,
                   l.handle as lead_handle, l.name as lead_name, e.handle as explainer_handle, e.name as explainer_name""" + WaiverSql.columns(true);
    private static final String FROM = """
            from breach b
            join milestone m on m.id = b.milestone_id
            join incident i on i.id = b.incident_id
            left join person l on l.id = i.lead_id
            left join person e on e.id = b.explained_by
            """ + WaiverSql.COVERING_BREACH;
    static final String OF_INCIDENTS = COLUMNS + "\n" + FROM + "where b.incident_id = any (?) order by b.due_at, b.id";
    private static final Order NEWEST_FIRST = new Order("breach", "b.due_at", "timestamptz", "b.id::text", true);

    private final Transactions transactions;

    BreachReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of the breaches of incidents that the viewer may see. */
    public BreachConnection page(@Nullable BreachFilter filter, PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Conditions conditions = conditions(filter, transaction);
            Page<Found> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(COLUMNS, FROM, conditions, NEWEST_FIRST, selection),
                    row -> new Found(row.number("incident_id"), BreachView.of(row, transaction.now())));
            transaction.auditRead(
                    "breaches",
                    page.values().stream().map(Found::incident).distinct().toList());
            List<BreachEdge> edges = page.entries().stream()
                    .map(entry -> new BreachEdge(entry.cursor(), entry.value().breach))
                    .toList();
            return new BreachConnection(
                    page.values().stream().map(Found::breach).toList(), edges, page.info(), page.total());
        });
    }

    private static Conditions conditions(@Nullable BreachFilter filter, Transaction transaction) {
        Conditions conditions =
                new Conditions().and(Visibility.of(transaction.viewer(), "b.restricted", "b.incident_id"));
        if (filter == null) {
            return conditions;
        }
        return conditions
                .andIf("m.key = ?", filter.milestone())
                .andIf("m.policy_id = ?", filter.policy())
                .andIf("i.lead_id = (select id from person where handle = ?)", filter.lead())
                .andIf("b.cause = any (?)", IncidentCriteria.notEmpty(filter.causes()))
                .andIf("(b.withdrawn_at is not null) = ?", filter.withdrawn())
                .andIf("(b.explanation is not null) = ?", filter.explained())
                .andIf("b.due_at >= ?", filter.from())
                .andIf("b.due_at < ?", filter.before());
    }

    private record Found(long incident, BreachView breach) {}
}
