package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.input.IncidentFilter;
import dev.cordon.api.input.IncidentOrder;
import dev.cordon.api.view.IncidentConnection;
import dev.cordon.api.view.IncidentEdge;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads incidents with everything that was asked for: one statement for their rows, one for each kind of child, however
 * many there are, and one audit row.
 */
@ApplicationScoped
public class IncidentReader {
    private final Transactions transactions;
    private final ChildReader children;

    IncidentReader(Transactions transactions, ChildReader children) {
        this.transactions = transactions;
        this.children = children;
    }

    /**
     * The incident of this reference.
     *
     * @throws IncidentNotFoundException if there is none that the viewer may see
     */
    public IncidentView one(Reference reference, Selection selection) {
        return transactions.read(transaction -> {
            Filling filling = filling(transaction, reference, selection);
            filling.readLast();
            IncidentView view = filling.incidents().stream()
                    .findFirst()
                    .orElseThrow(() -> new IncidentNotFoundException(reference));
            transaction.auditRead("incident", List.of(view.id()));
            return view;
        });
    }

    /** The incident as a change left it, inside the change's own transaction; empty for those who may not see it. */
    public Optional<IncidentView> find(Transaction transaction, Reference reference, Selection selection) {
        Filling filling = filling(transaction, reference, selection);
        filling.read();
        return filling.incidents().stream().findFirst();
    }

    private Filling filling(Transaction transaction, Reference reference, Selection selection) {
        String sql = IncidentColumns.columns(selection) + ", " + Filling.FOUND + "\n"
                + IncidentColumns.from(selection, Visibility.ofWhoeverAsks("d.restricted", "d.id"))
                + "where i.reference = ? and " + Visibility.ofWhoeverAsks("i.restricted", "i.id");
        Filling filling = Filling.ofOne(
                transaction,
                reference,
                selection,
                sql,
                row -> IncidentView.of(IncidentColumns.row(row), transaction.now()));
        children.ask(filling);
        return filling;
    }

    /** A page of the incidents that the viewer may see. */
    public IncidentConnection page(
            @Nullable IncidentFilter filter, ListOrder<IncidentOrder> by, PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Conditions conditions = IncidentCriteria.of(filter, transaction);
            Order order = IncidentCriteria.order(by.field(), by.descending());
            Page<IncidentView> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(
                            IncidentColumns.columns(selection),
                            from(transaction, selection),
                            conditions,
                            order,
                            selection),
                    row -> IncidentView.of(IncidentColumns.row(row), transaction.now()));
            fill(transaction, page.values(), selection);
            transaction.auditRead(
                    "incidents", page.values().stream().map(IncidentView::id).toList());
            List<IncidentEdge> edges = page.entries().stream()
                    .map(entry -> new IncidentEdge(entry.cursor(), entry.value()))
                    .toList();
            return new IncidentConnection(page.values(), edges, page.info(), page.total());
        });
    }

    private void fill(Transaction transaction, List<IncidentView> incidents, Selection selection) {
        if (!incidents.isEmpty()) {
            Filling filling = Filling.of(transaction, incidents, selection);
            children.ask(filling);
            filling.readLast();
        }
    }

    private static String from(Transaction transaction, Selection selection) {
        return IncidentColumns.from(selection, Visibility.of(transaction.viewer(), "d.restricted", "d.id"));
    }
}
