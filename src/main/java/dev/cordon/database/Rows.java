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

    private final Connection connection;
    private boolean isOver;

    public Rows(Connection connection) {
        this.connection = connection;
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

    /** The transaction is over. */
    void end() {
        isOver = true;
    }

    PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        if (isOver) {
            throw new IllegalStateException("The transaction is over");
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
