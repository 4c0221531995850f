package dev.cordon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server beside the one of the tests, prepared as an operator does it: roles with passwords, an empty database. */
public final class AnotherServer implements AutoCloseable {
    public static final String PASSWORD = "of-the-role";

    private final EmbeddedPostgres server;

    private AnotherServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static AnotherServer start() {
        try {
            AnotherServer started = new AnotherServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start());
            started.prepare();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where a database of it is. */
    public String url(String database) {
        return server.getJdbcUrl("cordon_app", database).replaceFirst("\\?.*", "");
    }

    /** An empty database that belongs to Cordon's owner. */
    public String newDatabase(String name) {
        run("postgres", "create database " + name + " owner cordon_owner");
        return url(name);
    }

    /** Statements of the superuser. */
    public void run(String database, String... statements) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void prepare() throws IOException {
        try (InputStream roles = AnotherServer.class.getResourceAsStream("/db/roles.sql")) {
            run("postgres", new String(roles.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (String role : new String[] {"cordon_owner", "cordon_app", "cordon_sweep", "cordon_seal"}) {
            run("postgres", "alter role " + role + " password '" + PASSWORD + "'");
        }
    }
}
