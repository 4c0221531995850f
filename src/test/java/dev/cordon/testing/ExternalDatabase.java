package dev.cordon.testing;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server outside of Cordon, as production has one: the roles of {@code db/roles.sql}, each with
 * a password that the server asks for, and the database owned by {@code cordon_owner}. All databases of a test
 * run lie on one server, which ends with the run.
 */
public final class ExternalDatabase {
    private static final String SETTINGS = "cordon.external-database.settings";
    private static final String SUPERUSER = "postgres";

    private static final String ROLES = "select rolname from pg_roles where rolname like 'cordon\\_%'";
    private static final String WHO_NEEDS_A_PASSWORD = """
            local all all trust
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static @Nullable EmbeddedPostgres server;

    private final String name;

    private ExternalDatabase(String name) {
        this.name = name;
    }

    /** A new, empty database; one of this name from before is gone. */
    public static ExternalDatabase create(String name) {
        return create(name, "template1");
    }

    /** A new database with the rows this one has now. Nobody may be connected to this one. */
    public ExternalDatabase copy(String nameOfCopy) {
        return create(nameOfCopy, name);
    }

    private static ExternalDatabase create(String name, String template) {
        new ExternalDatabase("postgres")
                .run(
                        "drop database if exists " + name + " with (force)",
                        "create database " + name + " owner cordon_owner template " + template);
        return new ExternalDatabase(name);
    }

    public String name() {
        return name;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name;
    }

    /** The same for every role, as on the embedded server: {@link Database} connects to both. */
    public static String passwordOf(String role) {
        return Database.PASSWORD;
    }

    /** A connection of its own, not in a transaction. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, passwordOf(role));
    }

    /** Statements as the superuser. */
    public void run(String... statements) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** One statement with parameters, as the superuser; answers how many rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = connect(SUPERUSER)) {
            return new Rows(connection).update(sql, parameters);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The rows a superuser finds: all there are. */
    public <T> List<T> list(String sql, Rows.Reader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = connect(SUPERUSER)) {
            return new Rows(connection).list(sql, reader, parameters);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The column {@code value} of all rows there are. */
    public List<String> values(String sql, @Nullable Object... parameters) {
        return list(sql, ExternalDatabase::value, parameters);
    }

    /** What the server has said so far, of all databases: one JSON object a line. */
    public static List<String> log() {
        ExternalDatabase any = new ExternalDatabase("postgres");
        String file = any.values(
                        "select current_setting('data_directory') || '/' || pg_current_logfile('jsonlog') as value")
                .get(0);
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number of the server's first process, the parent of all others. */
    public static long pid() {
        String file = new ExternalDatabase("postgres")
                .values("select pg_read_file('postmaster.pid') as value")
                .get(0);
        return Long.parseLong(file.lines().findFirst().orElseThrow());
    }

    /** It is gone, with its rows. */
    public void drop() {
        new ExternalDatabase("postgres").run("drop database if exists " + name + " with (force)");
    }

    private static String value(Row row) throws SQLException {
        return row.text("value");
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("cordon-postgres");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder);
            settings().forEach(builder::setServerConfig);
            EmbeddedPostgres started = builder.start();
            prepare(started, folder);
            return started;
        } catch (IOException | SQLException failure) {
            throw new AssertionError("The PostgreSQL server of the tests did not start", failure);
        }
    }

    /** Quick for tests; {@code -Dcordon.external-database.settings} says otherwise, as {@code name=value,…}. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "off");
        settings.put("max_connections", "100");
        // To be read by tests: what the server says goes to a file, one JSON object a line.
        settings.put("logging_collector", "on");
        settings.put("log_destination", "jsonlog");
        for (String setting : System.getProperty(SETTINGS, "").split(",")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return settings;
    }

    private static void prepare(EmbeddedPostgres started, Path folder) throws IOException, SQLException {
        Files.writeString(folder.resolve("pg_hba.conf"), WHO_NEEDS_A_PASSWORD);
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(roles());
            for (String role : new Rows(connection).list(ROLES, row -> row.text("rolname"))) {
                statement.execute("alter role " + role + " password '" + passwordOf(role) + "'");
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String roles() {
        try (InputStream stream = ExternalDatabase.class.getResourceAsStream("/db/roles.sql")) {
            if (stream == null) {
                throw new AssertionError("db/roles.sql is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
