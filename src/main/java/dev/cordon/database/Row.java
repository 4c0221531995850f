package dev.cordon.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a query, its columns by name. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        return results.getObject(column, Long.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return results.getBigDecimal(column);
    }

    public UUID uuid(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) results.getArray(column).getArray());
    }

    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, results.getString(column));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type, String column) throws SQLException {
        String name = results.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
