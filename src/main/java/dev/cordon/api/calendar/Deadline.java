package dev.cordon.api.calendar;

import dev.cordon.database.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * An open deadline as a calendar shows it.
 *
 * @param milestone its id, which stays while it moves
 * @param number its place among the timed deadlines of its incident, from 1
 * @param total how many of those there are
 * @param moves how often its due time moved
 */
record Deadline(String milestone, String reference, Instant dueAt, int number, int total, int moves) {
    static Deadline of(Row row) throws SQLException {
        return new Deadline(
                row.text("id"),
                row.text("reference"),
                row.instant("due_at"),
                (int) row.number("number"),
                (int) row.number("total"),
                (int) row.number("due_moves"));
    }

    /** All that a calendar is told: calendars are shared, printed and synchronised. */
    String summary() {
        return reference + " deadline " + number + " of " + total;
    }
}
