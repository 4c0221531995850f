package dev.cordon.api.reading;

import dev.cordon.api.view.PageInfo;
import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list that was read: its entries with their cursors, in the order of the list. */
record Page<T>(
        List<Entry<T>> entries, PageInfo info, @Nullable Integer total) {
    /** An entry with its cursor, if cursors were asked for. */
    record Entry<T>(@Nullable String cursor, T value) {}

    /** Reads a page with one statement, and counts the whole list with another if that was asked for. */
    static <T> Page<T> read(Rows rows, PageRequest request, Query query, Rows.Reader<T> reader) {
        Integer total = query.selection.countsAll() ? count(rows, query) : null;
        Order order = request.backwards() ? query.order.turned() : query.order;
        if (request.cursor() != null) {
            order.behind(request.cursor(), query.conditions);
        }
        // One more than asked for tells whether there is a next page.
        boolean marks = query.selection.marks();
        String sql = query.columns + (marks ? ", " + order.cursorColumn() : "") + "\n" + query.from + "where "
                + query.conditions.sql() + " order by " + order.sql() + " limit " + (request.size() + 1);
        List<Entry<T>> found = rows.list(
                sql,
                row -> new Entry<>(marks ? cursor(order, row) : null, reader.read(row)),
                query.conditions.values());
        return of(found, request, total);
    }

    private static int count(Rows rows, Query query) {
        String sql = "select count(*) as count\n" + query.from + "where " + query.conditions.sql();
        return rows.first(sql, row -> (int) row.number("count"), query.conditions.values())
                .orElse(0);
    }

    List<T> values() {
        return entries.stream().map(Entry::value).toList();
    }

    /** The same page of other values. */
    <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(
                entries.stream()
                        .map(entry -> new Entry<>(entry.cursor, mapping.apply(entry.value)))
                        .toList(),
                info,
                total);
    }

    private static String cursor(Order order, Row row) throws SQLException {
        return order.cursor(row.text("cursor_value"), row.text("cursor_tie"));
    }

    private static <T> Page<T> of(List<Entry<T>> found, PageRequest request, @Nullable Integer total) {
        boolean more = found.size() > request.size();
        List<Entry<T>> entries = more ? found.subList(0, request.size()) : found;
        if (request.backwards()) {
            Collections.reverse(entries);
        }
        boolean cut = request.cursor() != null;
        return new Page<>(
                entries,
                new PageInfo(
                        request.backwards() ? cut : more,
                        request.backwards() ? more : cut,
                        entries.isEmpty() ? null : entries.get(0).cursor(),
                        entries.isEmpty()
                                ? null
                                : entries.get(entries.size() - 1).cursor()),
                total);
    }

    /**
     * What a page is read from.
     *
     * @param columns the statement up to {@code from}
     * @param from the tables, from {@code from} on, ending with a line break
     * @param selection whether its places were asked for, and how many there are in all
     */
    record Query(String columns, String from, Conditions conditions, Order order, Selection selection) {}
}
