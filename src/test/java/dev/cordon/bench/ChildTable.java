package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of an incident's rows, as the catalogue of the database knows it, so that what a migration adds is copied too.
 *
 * @param expressions how each column of a copy is made of row {@code t} and of {@code c}, the incident in the making: its
 *     id, its number n, and the shift of its times
 */
record ChildTable(String name, List<String> columns, List<String> expressions) {
    private static final String TABLES = """
            select distinct c.conrelid::regclass::text as value from pg_constraint c
            where c.confrelid = 'incident'::regclass and c.conrelid <> 'incident'::regclass and exists (
                select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'incident_id')
            """;
    private static final String PARENTS = """
            select distinct c.confrelid::regclass::text as value from pg_constraint c
            where c.contype = 'f' and c.conrelid = ?::regclass and c.confrelid <> c.conrelid
            """;
    private static final String COLUMNS = """
            select a.attname || ':' || format_type(a.atttypid, null) || ':' || coalesce((
                select min(c.confrelid::regclass::text) from pg_constraint c
                where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey = array[a.attnum]), '') as value
            from pg_attribute a
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum
            """;

    /** All of them, each behind those it refers to. */
    static List<ChildTable> of(ExternalDatabase database) {
        List<String> names = new ArrayList<>(database.values(TABLES));
        Set<String> all = new HashSet<>(names);
        List<ChildTable> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!names.isEmpty()) {
            String next = names.stream()
                    .filter(name -> database.values(PARENTS, name).stream()
                            .allMatch(parent -> !all.contains(parent) || done.contains(parent)))
                    .findFirst()
                    .orElseThrow();
            names.remove(next);
            done.add(next);
            ordered.add(of(database, next, all));
        }
        return ordered;
    }

    /** The incidents themselves. */
    static ChildTable incidents(ExternalDatabase database) {
        return of(database, "incident", Set.of("incident"));
    }

    private static ChildTable of(ExternalDatabase database, String name, Set<String> copied) {
        List<String[]> columns = database.values(COLUMNS, name).stream()
                .map(column -> column.split(":", -1))
                .toList();
        return new ChildTable(
                name,
                columns.stream().map(column -> column[0]).toList(),
                columns.stream().map(column -> expression(name, column, copied)).toList());
    }

    private static String expression(String table, String[] column, Set<String> copied) {
        String name = column[0];
        String own = "t." + name;
        if (name.equals("incident_id") || table.equals("incident") && name.equals("id")) {
            return "c.id";
        }
        if (table.equals("incident") && name.equals("reference")) {
            return "c.reference";
        }
        boolean elsewhere = !column[2].isEmpty() && !column[2].equals(table) && !copied.contains(column[2]);
        return elsewhere ? own : copied(own, column[1]);
    }

    private static String copied(String own, String type) {
        return switch (type) {
            case "uuid" ->
                // Some columns name a row of any kind; people stay who they are.
                "case when " + own + " in (select id from person) then " + own + " else md5(" + own
                        + "::text || ':' || c.n)::uuid end";
            case "bytea" -> "sha256(" + own + " || c.n::text::bytea)";
            case "timestamp with time zone" -> own + " + c.shift";
            case "date" -> "(" + own + " + c.shift)::date";
            default -> own;
        };
    }

    /** Copies the rows of the prototypes for all that {@code copies}, a table or a query, says of incidents in the making. */
    String copy(String copies) {
        String key = name.equals("incident") ? "id" : "incident_id";
        return "insert into " + name + " (" + String.join(", ", columns) + ")\nselect " + String.join(", ", expressions)
                + "\nfrom " + copies + " c join " + name + " t on t." + key + " = c.prototype";
    }
}
