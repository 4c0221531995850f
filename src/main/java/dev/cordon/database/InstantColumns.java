package dev.cordon.database;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;

/**
 * The instants of a result. Where the driver got one as a number, it makes date and time of it, and of these an instant again: a page has
 * a thousand, so they are read as the numbers they are. What came as text is left to the driver.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-datetime.html">PostgreSQL, Date/Time Types</a>
 */
final class InstantColumns {
    private static final String TYPE = "timestamptz";
    private static final int BINARY = 1;
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final long NANOS_OF_MICRO = 1_000;

    /** PostgreSQL counts microseconds from here; the least and the greatest number stand for infinity. */
    private static final long BEGIN = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final ResultSet results;
    private final ResultSetMetaData columns;
    private final @Nullable Boolean[] numbers;

    InstantColumns(ResultSet results, ResultSetMetaData columns) throws SQLException {
        this.results = results;
        this.columns = columns;
        this.numbers = new Boolean[columns.getColumnCount() + 1];
    }

    @Nullable
    Instant at(int place) throws SQLException {
        if (!isNumber(place)) {
            return asTheDriverReads(place);
        }
        byte[] number = results.getBytes(place);
        if (number == null) {
            return null;
        }
        long micros = ByteBuffer.wrap(number).getLong();
        return micros == Long.MIN_VALUE || micros == Long.MAX_VALUE ? asTheDriverReads(place) : instant(micros);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                BEGIN + Math.floorDiv(micros, MICROS_OF_SECOND),
                Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }

    private boolean isNumber(int place) throws SQLException {
        Boolean known = numbers[place];
        if (known == null) {
            known = columns.unwrap(PGResultSetMetaData.class).getFormat(place) == BINARY
                    && columns.getColumnTypeName(place).equals(TYPE);
            numbers[place] = known;
        }
        return known;
    }

    private @Nullable Instant asTheDriverReads(int place) throws SQLException {
        OffsetDateTime value = results.getObject(place, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
