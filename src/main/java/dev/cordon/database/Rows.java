package dev.cordon.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SQL on one open transaction, read row by row into values: lists are read this way, because entities double their cost.
 * Parameters are bound by position: text, numbers, booleans, {@link Instant}, {@link UUID}, and collections of text, long
 * or {@link UUID} as arrays (an empty one as an array of text).
 */
public final class Rows {
    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private enum Stage {
        /** Whoever gave the connection begins and ends a transaction, or none. */
        OF_OTHERS,
        TO_BEGIN,
        BEGUN,
        OVER
    }

    private final Connection connection;
    private Stage stage;

    public Rows(Connection connection) {
        this(connection, Stage.OF_OTHERS);
    }

    private Rows(Connection connection, Stage stage) {
        this.connection = connection;
        this.stage = stage;
    }

    /**
     * On a connection outside of any transaction: one begins with the first queries that are asked {@link #together}, on the same way to the
     * database. The driver begins its own with a message that is answered apart from them.
     */
    public static Rows ofNewTransaction(Connection connection) {
        return new Rows(connection, Stage.TO_BEGIN);
    }

    /** Every row of a query, in its order. */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet results = statement.executeQuery()) {
            return all(results, reader);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that returns no rows; answers how many it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** Queries to be asked together, on the same transaction. */
    public Together together() {
        return new Together(this);
    }

    static <T> List<T> all(ResultSet results, Reader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        Row row = Row.of(results);
        while (results.next()) {
            values.add(reader.read(row));
        }
        return values;
    }

    /** Commits the new transaction, unless it ended with its last queries or none was needed. */
    public void commit() {
        end("commit");
    }

    /** Takes back the new transaction, if it is not over. */
    public void rollback() {
        end("rollback");
    }

    private void end(String how) {
        if (stage == Stage.BEGUN) {
            update(how);
            stage = Stage.OVER;
        }
    }

    /** Whether the transaction is to begin; from now on it has. */
    boolean begin() {
        boolean begins = stage == Stage.TO_BEGIN;
        if (begins) {
            stage = Stage.BEGUN;
        }
        return begins;
    }

    /** The transaction is over. */
    void end() {
        stage = Stage.OVER;
    }

    PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        if (stage == Stage.OVER || stage == Stage.TO_BEGIN) {
            throw new IllegalStateException("The transaction is over, or has not begun");
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, bindable(parameters[i]));
        }
        return statement;
    }

    private @Nullable Object bindable(@Nullable Object parameter) throws SQLException {
        if (parameter instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (parameter instanceof Enum<?> constant) {
            return constant.name();
        }
        if (parameter instanceof Collection<?> elements) {
            return connection.createArrayOf(
                    arrayType(elements),
                    elements.stream()
                            .map(element -> element instanceof Enum<?> constant ? constant.name() : element)
                            .toArray());
        }
        return parameter;
    }

    private static String arrayType(Collection<?> elements) {
        Object sample = elements.isEmpty() ? "" : elements.iterator().next();
        if (sample instanceof Long) {
            return "bigint";
        }
        return sample instanceof UUID ? "uuid" : "text";
    }
}
