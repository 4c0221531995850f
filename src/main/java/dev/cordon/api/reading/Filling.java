package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneHeading;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.database.Together;
import dev.cordon.incident.Reference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fills the lists of incidents that were asked for, with all kinds of children read together: of incidents that were read before, or of one
 * that is read by the first of these queries.
 */
final class Filling {
    /** A column that keeps the id of the incident {@code i} for the queries after it. */
    static final String FOUND = "set_config('cordon.found', i.id::text, true)";

    private static final String OF_THEM = "= any (?)";
    private static final String OF_THE_ONE = "= ?";
    private static final String OF_THE_ONE_FOUND = "= nullif(current_setting('cordon.found', true), '')::bigint";

    private final Transaction transaction;
    private final Selection selection;
    private final Together together;
    private final Map<Long, IncidentView> incidents = new HashMap<>();
    private final String which;
    private final Object[] ids;

    private Filling(Transaction transaction, Selection selection, String which, Object... ids) {
        this.transaction = transaction;
        this.selection = selection;
        this.which = which;
        this.ids = ids;
        together = transaction.together();
    }

    /**
     * Of incidents that were read. One alone is asked for as such: of an array whose length is not known PostgreSQL expects ten, so it would
     * rather plan anew each time.
     */
    static Filling of(Transaction transaction, List<IncidentView> incidents, Selection selection) {
        List<Long> ids = incidents.stream().map(IncidentView::id).toList();
        Filling filling = ids.size() == 1
                ? new Filling(transaction, selection, OF_THE_ONE, ids.get(0))
                : new Filling(transaction, selection, OF_THEM, ids);
        incidents.forEach(filling::take);
        return filling;
    }

    /**
     * Of the one of this reference, which is read first; its id, if it was found, is where the queries for its children look for it.
     *
     * @param sql reads it, with one {@code ?} for the reference, and keeps its id by {@link #FOUND}
     */
    static Filling ofOne(
            Transaction transaction,
            Reference reference,
            Selection selection,
            String sql,
            Rows.Reader<IncidentView> reader) {
        Filling filling = new Filling(transaction, selection, OF_THE_ONE_FOUND);
        filling.together.ask(sql, reader, found -> found.forEach(filling::take), reference.text());
        return filling;
    }

    private void take(IncidentView incident) {
        incidents.put(incident.id(), incident);
    }

    Transaction transaction() {
        return transaction;
    }

    Selection selection() {
        return selection;
    }

    /** Those that were read. */
    List<IncidentView> incidents() {
        return new ArrayList<>(incidents.values());
    }

    IncidentView incident(long id) {
        return incidents.get(id);
    }

    /** What a row of one of them shows of it. */
    MilestoneHeading heading(Row row) throws SQLException {
        return MilestoneHeading.of(incident(row.number("incident_id")));
    }

    /** Fills this list, if it was asked for, from the rows of a query for {@code = any (?)} of the incidents. */
    <T> void list(String field, String sql, Function<IncidentView, Collection<T>> of, Rows.Reader<T> reader) {
        if (selection.has(field)) {
            ask(sql, row -> of.apply(incident(row.number("incident_id"))).add(reader.read(row)), filled -> {});
        }
    }

    /** Asks a query for {@code = any (?)} of the incidents. Of one that was not found nothing is read. */
    <T> void ask(String sql, Rows.Reader<T> reader, Consumer<List<T>> use) {
        together.askIf(() -> !incidents.isEmpty(), sql.replace(OF_THEM, which), reader, use, ids);
    }

    void read() {
        together.read();
    }

    /** Reads them as the last of the transaction, unless steps are explained from more. */
    void readLast() {
        if (selection.has("milestones/explanation") || selection.has("formerMilestones/explanation")) {
            together.read();
        } else {
            transaction.readLast(together);
        }
    }
}
