package dev.cordon.api.reading;

import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.view.TimelineConnection;
import dev.cordon.api.view.TimelineEventEdge;
import dev.cordon.api.view.TimelineEventView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the timeline of one incident, page by page, in its order. */
@ApplicationScoped
public class TimelineReader {
    private static final Order IN_SEQUENCE = new Order("timeline", "t.sequence", "integer", "''::text", false);
    private static final String COLUMNS = "select t.*, p.handle as person_handle, p.name as person_name";
    private static final String FROM = "from timeline_event t left join person p on p.id = t.actor_id\n";

    private final Transactions transactions;

    TimelineReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of the timeline of this incident; empty if the viewer may no longer see it. */
    public TimelineConnection page(long incident, PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Conditions conditions = new Conditions()
                    .and("t.incident_id = ?", incident)
                    .and(Visibility.of(transaction.viewer(), "t.restricted", "t.incident_id"));
            Page<TimelineEventView> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(COLUMNS, FROM, conditions, IN_SEQUENCE, selection),
                    TimelineEventView::of);
            transaction.auditRead("timeline", List.of(incident));
            List<TimelineEventEdge> edges = page.entries().stream()
                    .map(entry -> new TimelineEventEdge(entry.cursor(), entry.value()))
                    .toList();
            return new TimelineConnection(page.values(), edges, page.info(), page.total());
        });
    }
}
