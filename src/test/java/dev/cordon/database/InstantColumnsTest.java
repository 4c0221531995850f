package dev.cordon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGResultSetMetaData;

/** Instants of a result, as the driver reads them. */
@QuarkusTest
class InstantColumnsTest {
    private static final String INSTANTS = """
            select * from unnest(array[
                '2026-11-30T10:15:30.123Z', '2000-01-01T00:00:00Z', '1999-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999Z',
                '0001-01-01T00:00:00Z', '4000-01-01T00:00:00Z BC', '9999-12-31T23:59:59.999999Z', '2026-03-29T02:30:00+02', null,
                'infinity', '-infinity']::timestamptz[]) as t (at)
            """;

    /** Enough for the driver to prepare the query, and to ask for numbers from then on. */
    private static final int TIMES = 10;

    @Inject
    AgroalDataSource pool;

    @Test
    void areTheSameAsTextAndAsNumbers() throws SQLException {
        Set<Integer> forms = new HashSet<>();
        Set<List<@Nullable Instant>> read = new HashSet<>();
        try (Connection connection = pool.getConnection()) {
            for (int i = 0; i < TIMES; i++) {
                forms.add(form(connection));
                read.add(new Rows(connection).list(INSTANTS, row -> row.instantOrNull("at")));
            }
        }

        assertThat(forms).as("forms in which they came").hasSize(2);
        assertThat(read).hasSize(1);
        assertThat(read.iterator().next())
                .startsWith(
                        Instant.parse("2026-11-30T10:15:30.123Z"),
                        Instant.parse("2000-01-01T00:00:00Z"),
                        Instant.parse("1999-12-31T23:59:59.999999Z"),
                        Instant.parse("1969-12-31T23:59:59.999Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("-3999-01-01T00:00:00Z"),
                        Instant.parse("9999-12-31T23:59:59.999999Z"),
                        Instant.parse("2026-03-29T00:30:00Z"),
                        null)
                .endsWith(OffsetDateTime.MAX.toInstant(), OffsetDateTime.MIN.toInstant());
    }

    @Test
    void otherTypesAreLeftToTheDriver() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Rows rows = new Rows(connection);
            for (int i = 0; i < TIMES; i++) {
                assertThatNumberIsRefused(rows);
            }
        }
    }

    private static void assertThatNumberIsRefused(Rows rows) {
        assertThatThrownBy(() -> rows.list("select 5::bigint as at", row -> row.instant("at")))
                .isInstanceOf(DatabaseException.class);
    }

    private static int form(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSTANTS);
                ResultSet results = statement.executeQuery()) {
            return results.getMetaData().unwrap(PGResultSetMetaData.class).getFormat(1);
        }
    }
}
