package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills a database with copies of prototypes, by one statement for each table. Foreign keys, constraints and triggers look at each
 * row as ever. Closed incidents lie in the last five years; open ones differ by minutes, so that what is due soon and what is late
 * stays so.
 */
final class Copies {
    /** Five digits that spread numbers over all references: odd, so no two numbers meet. */
    private static final String SCRAMBLED = "(n.n * 387420489 % 1073741824)";

    private static final String MAKING = """
            create temporary table copy as
            select n.n, p.id as prototype, (select max(id) from incident) + n.n as id,
                   'INC-' || (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (SCRAMBLED >> d & 31)::integer + 1, 1), '' order by d)
                              from generate_series(0, 25, 5) d) as reference,
                   case when s.open then -(n.n % 1200) * interval '1 second'
                        else -(n.n * 7919 % 1825) * interval '1 day' - (n.n % 86400) * interval '1 second' end as shift
            from generate_series(FROM::bigint, TO::bigint) n (n)
            join prototype s on n.n * 7919 % 1000 >= s.from_share and n.n * 7919 % 1000 < s.to_share
            join incident p on p.reference = s.reference
            """;

    private final ExternalDatabase database;

    Copies(ExternalDatabase database) {
        this.database = database;
    }

    /** Adds copies with these numbers, the second one included, and brings the statistics up to date. */
    void add(List<Prototype> prototypes, int from, int to) {
        List<ChildTable> tables = ChildTable.of(database);
        ChildTable incidents = ChildTable.incidents(database);
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table prototype (reference text, open boolean, from_share int, to_share int)");
            shares(statement, prototypes);
            statement.execute(MAKING.replace("SCRAMBLED", SCRAMBLED)
                    .replace("FROM", String.valueOf(from))
                    .replace("TO", String.valueOf(to)));
            statement.execute("analyze copy");
            statement.execute("insert into incident_reference select reference from copy order by n");
            statement.execute(incidents.copy("copy") + " order by c.n");
            for (ChildTable each : tables) {
                statement.execute(each.copy("copy") + " order by c.n");
            }
            statement.execute("select setval('incident_seq', (select max(id) from incident))");
            statement.execute("vacuum (analyze)");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void shares(Statement statement, List<Prototype> prototypes) throws SQLException {
        int total = prototypes.stream().mapToInt(Prototype::share).sum();
        if (total != 1000) {
            throw new IllegalArgumentException("The shares are " + total + " of 1000.");
        }
        int from = 0;
        for (Prototype each : prototypes) {
            int to = from + each.share();
            statement.execute("insert into prototype values ('%s', %s, %d, %d)"
                    .formatted(each.reference(), each.open(), from, to));
            from = to;
        }
    }
}
