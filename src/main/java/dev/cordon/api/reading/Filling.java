package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneHeading;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.database.Together;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fills the lists of incidents that were asked for, with all kinds of children read together. */
final class Filling {
    private static final String OF_THEM = "= any (?)";
    private static final String OF_THE_ONE = "= ?";

    private final Transaction transaction;
    private final Map<Long, IncidentView> incidents;
    private final Selection selection;
    private final Together together;

    /** @param incidents at least one */
    Filling(Transaction transaction, List<IncidentView> incidents, Selection selection) {
        this.transaction = transaction;
        this.incidents = incidents.stream().collect(Collectors.toMap(IncidentView::id, Function.identity()));
        this.selection = selection;
        together = transaction.rows().together();
    }

    Transaction transaction() {
        return transaction;
    }

    Selection selection() {
        return selection;
    }

    Collection<Long> ids() {
        return incidents.keySet();
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

    /**
     * Asks a query for {@code = any (?)} of the incidents. One alone is asked for as such: of an array whose length is not known
     * PostgreSQL expects ten, so it would rather plan anew each time.
     */
    <T> void ask(String sql, Rows.Reader<T> reader, Consumer<List<T>> use) {
        if (incidents.size() == 1) {
            together.ask(
                    sql.replace(OF_THEM, OF_THE_ONE),
                    reader,
                    use,
                    ids().iterator().next());
        } else {
            together.ask(sql, reader, use, ids());
        }
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
