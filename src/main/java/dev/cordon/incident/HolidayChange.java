package dev.cordon.incident;

import dev.cordon.access.Viewer;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.policy.HolidayEdits;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the committee decided last about the holidays of one calendar: all its edits so far. Append-only.
 *
 * @param number counts the decisions about this calendar from 1
 * @param handle of who decided
 * @param name of who decided
 */
public record HolidayChange(
        String calendar, long number, HolidayEdits edits, String handle, String name, Instant at, String reason) {
    private static final String NEWEST = """
            select distinct on (h.calendar) h.calendar, h.number, h.added::text[], h.removed::text[], p.handle, p.name,
                   h.changed_at, h.reason
            from holiday_change h join person p on p.id = h.changed_by
            order by h.calendar, h.number desc
            """;
    private static final String APPEND = """
            insert into holiday_change (calendar, number, added, removed, changed_by, changed_at, reason)
            values (?, ?, ?::text[]::date[], ?::text[]::date[], ?, ?, ?) on conflict do nothing
            """;

    /** The newest of each calendar that was ever changed, by its id. */
    static Map<String, HolidayChange> newest(Rows rows) {
        return rows.list(NEWEST, HolidayChange::of).stream()
                .collect(Collectors.toMap(HolidayChange::calendar, Function.identity()));
    }

    /** Keeps it; answers whether nobody else decided in the meantime. */
    boolean append(Rows rows, Viewer by) {
        return rows.update(APPEND, calendar, number, texts(edits.added()), texts(edits.removed()), by.id(), at, reason)
                == 1;
    }

    private static HolidayChange of(Row row) throws SQLException {
        return new HolidayChange(
                row.text("calendar"),
                row.number("number"),
                new HolidayEdits(dates(row, "added"), dates(row, "removed")),
                row.text("handle"),
                row.text("name"),
                row.instant("changed_at"),
                row.text("reason"));
    }

    private static Set<LocalDate> dates(Row row, String column) throws SQLException {
        return row.texts(column).stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    private static Set<String> texts(Set<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).collect(Collectors.toSet());
    }
}
