package dev.cordon.api.live;

import dev.cordon.access.Credential;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.view.IncidentChangeView;
import dev.cordon.database.Row;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Reference;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of one incident after a place in it. The incident's sequence counts under its lock, without a gap, so nothing
 * appears later before what was read already.
 */
final class IncidentSource implements Source<IncidentChangeView> {
    /** Whoever is further behind loads the incident faster than its events. */
    private static final int FURTHEST_BEHIND = 500;

    /** Later than every place, for whoever knows none. */
    private static final int NO_PLACE = Integer.MAX_VALUE;

    private final Transactions transactions;
    private final @Nullable Credential credential;
    private final Reference reference;
    private final long incident;
    private int after;

    private IncidentSource(
            Transactions transactions, @Nullable Credential credential, Reference reference, long incident) {
        this.transactions = transactions;
        this.credential = credential;
        this.reference = reference;
        this.incident = incident;
    }

    /**
     * Begins after this place, as the person of the current request. To begin is to read the incident, so it is audited;
     * what comes then holds no content and is not.
     *
     * @param credential what that person came by
     * @param after sequence of the last event known; none or one that never was makes the first event a reload
     * @throws IncidentNotFoundException if there is none that the viewer may see
     */
    static IncidentSource begin(
            Transactions transactions, @Nullable Credential credential, Reference reference, @Nullable Integer after) {
        long incident = transactions.read(transaction -> audited(transaction, reference));
        IncidentSource source = new IncidentSource(transactions, credential, reference, incident);
        source.after = after == null || after < 0 ? NO_PLACE : after;
        return source;
    }

    private static long audited(Transaction transaction, Reference reference) {
        String sql = "select i.id from incident i where i.reference = ? and "
                + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
        long incident = transaction
                .rows()
                .first(sql, row -> row.number("id"), reference.text())
                .orElseThrow(() -> new IncidentNotFoundException(reference));
        transaction.auditRead("incidentChanged", List.of(incident));
        return incident;
    }

    long incident() {
        return incident;
    }

    @Override
    public List<IncidentChangeView> read() {
        List<Found> found = transactions.readFor(credential, this::found);
        if (found.isEmpty()) {
            throw new IncidentNotFoundException(reference);
        }
        Found newest = found.get(0);
        if (after > newest.last || newest.last - after > FURTHEST_BEHIND) {
            return List.of(IncidentChangeView.reload(newest.last, newest.version));
        }
        return found.stream().flatMap(each -> Stream.ofNullable(each.event)).toList();
    }

    @Override
    public void given(IncidentChangeView event) {
        after = event.sequence();
    }

    /** The incident and its events are seen or not seen by one statement, so both are of one moment. */
    private List<Found> found(Transaction transaction) {
        String sql = "select i.last_sequence, i.version, t.* from incident i left join lateral ("
                + "select e.sequence, e.kind, e.at from timeline_event e where e.incident_id = i.id and e.sequence > ? and "
                + Visibility.of(transaction.viewer(), "e.restricted", "e.incident_id")
                + " order by e.sequence limit " + MOST + ") t on true where i.id = ? and "
                + Visibility.of(transaction.viewer(), "i.restricted", "i.id") + " order by t.sequence";
        return transaction.rows().list(sql, Found::of, after, incident);
    }

    /** The incident, with one of its events if there is one. */
    private record Found(int last, long version, @Nullable IncidentChangeView event) {
        static Found of(Row row) throws SQLException {
            long version = row.number("version");
            IncidentChangeView event = row.instantOrNull("at") == null ? null : IncidentChangeView.of(row);
            return new Found((int) row.number("last_sequence"), version, event);
        }
    }
}
