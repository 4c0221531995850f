package dev.cordon.api.reading;

import dev.cordon.database.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns a type is read from, each with the fields it is for: a query reads those of what was asked for. Whatever it left
 * out reads as nothing, in fields that nobody sees.
 */
final class FieldColumns {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Set<String> names;

    private FieldColumns(String... columns) {
        for (String column : columns) {
            String[] parts = column.split(" -> ");
            List<String> its =
                    parts.length == 1 ? List.of() : List.of(parts[1].strip().split(" +"));
            fields.put(parts[0].strip(), its);
        }
        names = fields.keySet().stream().map(FieldColumns::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A column as SQL on each line, such as {@code i.cve -> cve} or {@code l.name as lead_name -> lead milestones/lead}; one without
     * fields is always read.
     */
    static FieldColumns of(String columns) {
        return new FieldColumns(Arrays.stream(columns.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toArray(String[]::new));
    }

    /** Those that were asked for, as they stand between {@code select} and {@code from}. */
    String sql(Selection selection) {
        StringBuilder sql = new StringBuilder();
        fields.forEach((column, its) -> {
            if (its.isEmpty() || isRead(its, selection)) {
                sql.append(sql.isEmpty() ? "" : ", ").append(column);
            }
        });
        return sql.toString();
    }

    private static boolean isRead(List<String> fields, Selection selection) {
        for (String field : fields) {
            if (selection.reads(field)) {
                return true;
            }
        }
        return false;
    }

    /** A row of such a query. */
    Row row(Row row) {
        return row.sparse(names);
    }

    private static String name(String column) {
        return column.substring(Math.max(column.lastIndexOf(' '), column.lastIndexOf('.')) + 1);
    }
}
