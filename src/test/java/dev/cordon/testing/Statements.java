package dev.cordon.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The statements the application sent to PostgreSQL, counted by PostgreSQL itself; transaction control left out. */
public final class Statements {
    private static final String SENT = """
            select s.query, s.calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = 'cordon_app' and s.query !~* '^(begin|commit|rollback|set |show |discard)'
            order by s.query
            """;

    private Statements() {}

    /** What was sent while this ran, each as often as it was sent. */
    public static List<String> during(Runnable work) throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            work.run();
            return sent(statement);
        }
    }

    private static List<String> sent(Statement statement) throws SQLException {
        List<String> queries = new ArrayList<>();
        try (ResultSet results = statement.executeQuery(SENT)) {
            while (results.next()) {
                for (long i = 0; i < results.getLong("calls"); i++) {
                    queries.add(results.getString("query"));
                }
            }
        }
        return queries;
    }
}
