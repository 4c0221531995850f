package dev.cordon.leak;

import dev.cordon.testing.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What gives a planted incident away: every word of its rows, in every table with incident data, that no other incident
 * has. Read from the database, so that a column nobody thought of is searched for too.
 */
final class Canaries {
    private static final String TABLES = """
            select c.relname as value from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and (a.attname = 'incident_id' or c.relname = 'incident' and a.attname = 'id') and not a.attisdropped
            order by 1
            """;
    private static final String COLUMNS = """
            select attname as value from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by 1
            """;
    private static final String VALUES = """
            select t.%3$s || ' ' || %1$s || ' ' || e.key || ' ' || (v #>> '{}') as value
            from %2$s t, jsonb_each(to_jsonb(t)) e, jsonb_path_query(e.value, 'strict $.**') v
            where t.%3$s = any (?) and jsonb_typeof(v) in ('string', 'number')
            """;

    /** A word, the state of its incident and the columns it stands in, as the matrix names them. */
    record Canary(String word, State state, Set<String> columns) {}

    private final Map<String, Canary> byWord = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    static List<String> tables() {
        return Database.values(TABLES);
    }

    /** The column that tells whose row it is. */
    static String key(String table) {
        return table.equals("incident") ? "id" : "incident_id";
    }

    /** Every column of those tables, as {@code table.column}, once for each kind of row the matrix tells apart. */
    static Set<String> columns(Matrix matrix) {
        Set<String> columns = new TreeSet<>();
        for (String table : tables()) {
            for (String column : Database.values(COLUMNS, table)) {
                names(matrix, table).forEach(name -> columns.add(name + "." + column));
            }
        }
        return columns;
    }

    private static List<String> names(Matrix matrix, String table) {
        if (!matrix.names("kinds of rows").contains(table)) {
            return List.of(table);
        }
        List<String> cells = matrix.cells("kinds of rows", table);
        return cells.subList(0, cells.size() - 1).stream()
                .map(kind -> table + "[" + kind + "]")
                .toList();
    }

    void addAll(Matrix matrix, Map<State, Planted> planted) {
        Map<String, State> states = new HashMap<>();
        planted.forEach((state, incident) -> states.put(String.valueOf(incident.id()), state));
        List<Long> ids = planted.values().stream().map(Planted::id).toList();
        for (String table : tables()) {
            for (String value : Database.values(VALUES.formatted(kind(matrix, table), table, key(table)), ids)) {
                String[] parts = value.split(" ", 4);
                String column = table + parts[1] + "." + parts[2];
                if (!isPlain(matrix, column)) {
                    Tokens.in(parts[3]).forEach(word -> add(word, states.get(parts[0]), column));
                }
            }
        }
    }

    private static String kind(Matrix matrix, String table) {
        if (!matrix.names("kinds of rows").contains(table)) {
            return "''";
        }
        List<String> cells = matrix.cells("kinds of rows", table);
        return "'[' || " + cells.get(cells.size() - 1) + " || ']'";
    }

    private void add(String word, State state, String column) {
        Canary known = byWord.computeIfAbsent(word, its -> new Canary(its, state, new LinkedHashSet<>()));
        if (known.state != state) {
            ambiguous.add(word);
        }
        known.columns.add(column);
    }

    /** Flags, counts, words of a closed set and numbers of people: nothing that could be told apart. */
    static boolean isPlain(Matrix matrix, String column) {
        return matrix.cells("columns", column).get(0).equals("plain");
    }

    /** The canaries in a text. */
    List<Canary> in(String text) {
        List<Canary> found = new ArrayList<>();
        for (String word : Tokens.in(text)) {
            Canary canary = get(word);
            if (canary != null) {
                found.add(canary);
            }
        }
        return found;
    }

    @Nullable
    Canary get(String word) {
        return ambiguous.contains(word) ? null : byWord.get(word);
    }

    int size() {
        return byWord.size() - ambiguous.size();
    }

    /** The columns in which at least one canary stands. */
    Set<String> planted() {
        Set<String> columns = new TreeSet<>();
        byWord.values().stream()
                .filter(canary -> !ambiguous.contains(canary.word))
                .forEach(canary -> columns.addAll(canary.columns));
        return columns;
    }
}
