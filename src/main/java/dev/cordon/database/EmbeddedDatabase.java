package dev.cordon.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one PostgreSQL server inside this Java process. Its address is kept as a system property, because live reload and
 * tests load this class several times and must all meet the same server.
 */
final class EmbeddedDatabase {
    /** Guards nothing: the server listens on the loopback address only and trusts whoever reaches it. */
    static final String PASSWORD = "embedded";

    private static final String ADDRESS = "cordon.database.embedded.url";
    private static final String NAME = "cordon";

    private EmbeddedDatabase() {}

    /**
     * Where the server listens; starts it if it does not run yet.
     *
     * @param folder where its data stays, or empty for data that is gone when the process ends
     * @param settings PostgreSQL settings as {@code name=value}, separated by commas
     */
    static String url(String folder, String settings) {
        synchronized (System.class) {
            String known = System.getProperty(ADDRESS);
            if (known != null) {
                return known;
            }
            String started = start(folder, settings);
            System.setProperty(ADDRESS, started);
            return started;
        }
    }

    private static String start(String folder, String settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            if (!folder.isEmpty()) {
                Path data = DataFolder.claim(Path.of(folder)).readyForServer();
                builder.setDataDirectory(data).setCleanDataDirectory(false);
            }
            for (String setting : settings.isEmpty() ? new String[0] : settings.split(",")) {
                String[] nameAndValue = setting.split("=", 2);
                builder.setServerConfig(nameAndValue[0], nameAndValue[1]);
            }
            EmbeddedPostgres server = builder.start();
            prepare(server);
            return server.getJdbcUrl("cordon_app", NAME).replaceFirst("\\?.*", "");
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", failure);
        }
    }

    private static void prepare(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Each time: a folder kept from an older version lacks the roles that came since.
            statement.execute(resource("/db/roles.sql"));
            if (isMissing(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner cordon_owner");
            }
        } catch (SQLException failure) {
            throw new IOException("The embedded PostgreSQL could not be prepared", failure);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream stream = EmbeddedDatabase.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IOException(path + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
