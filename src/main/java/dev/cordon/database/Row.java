package dev.cordon.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a query, its columns by name. */
public final class Row {
    private static final int NOWHERE = 0;

    private final ResultSet results;
    private final Map<String, Integer> places;
    private final InstantColumns instants;
    private final Set<String> leftOut;
    private @Nullable Row sparse;

    private Row(ResultSet results, Map<String, Integer> places, InstantColumns instants, Set<String> leftOut) {
        this.results = results;
        this.places = places;
        this.instants = instants;
        this.leftOut = leftOut;
    }

    static Row of(ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        Map<String, Integer> places = new HashMap<>();
        for (int place = 1; place <= columns.getColumnCount(); place++) {
            places.putIfAbsent(columns.getColumnLabel(place), place);
        }
        return new Row(results, places, new InstantColumns(results, columns), Set.of());
    }

    /**
     * The same, where what the query left out reads as nothing: null, zero, false, no texts.
     *
     * @param columns all that may be asked of it, the same for every row of a query
     */
    public Row sparse(Set<String> columns) {
        if (sparse == null) {
            sparse = new Row(results, new HashMap<>(places), instants, columns);
        }
        return sparse;
    }

    public String text(String column) throws SQLException {
        return textOrNull(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? null : results.getString(place);
    }

    public long number(String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? 0 : results.getLong(place);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        return value(column, Long.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(place(column));
    }

    public boolean flag(String column) throws SQLException {
        int place = place(column);
        return place != NOWHERE && results.getBoolean(place);
    }

    public BigDecimal decimal(String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? null : results.getBigDecimal(place);
    }

    public UUID uuid(String column) throws SQLException {
        return value(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return value(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return instantOrNull(column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? null : instants.at(place);
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return value(column, LocalDate.class);
    }

    public List<String> texts(String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE
                ? List.of()
                : List.of((String[]) results.getArray(place).getArray());
    }

    public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? null : Enum.valueOf(type, results.getString(place));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type, String column) throws SQLException {
        String name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private <T> @Nullable T value(String column, Class<T> type) throws SQLException {
        int place = place(column);
        return place == NOWHERE ? null : results.getObject(place, type);
    }

    private int place(String column) throws SQLException {
        Integer place = places.get(column);
        if (place != null) {
            return place;
        }
        if (!leftOut.contains(column)) {
            throw new SQLException("The query has no column \"" + column + "\"");
        }
        places.put(column, NOWHERE);
        return NOWHERE;
    }
}
