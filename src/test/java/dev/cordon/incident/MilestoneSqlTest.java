package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.WaivedTime;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The state of a milestone in Java and in SQL: one rule, said twice. */
@QuarkusTest
class MilestoneSqlTest {
    private static final long SEED = 20_261_125;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ROW =
            "select " + MilestoneSql.state("m") + " from (select ?::timestamptz as started_at,"
                    + " ?::timestamptz as due_at, ?::timestamptz as stopped_at, ?::timestamptz as paused_since,"
                    + " ?::timestamptz as cancelled_at, ?::timestamptz as waived_from, ?::timestamptz as waived_until) m";
    /** How often the present time is a parameter before those of the row. */
    private static final int NOWS = 3;

    @Test
    void javaAndSqlGiveTheSameStateOnRandomRows() throws SQLException {
        Random random = new Random(SEED);
        Set<MilestoneState> seen = EnumSet.noneOf(MilestoneState.class);
        try (Connection connection = Sql.connect();
                PreparedStatement statement = connection.prepareStatement(ROW)) {
            for (int i = 0; i < 10_000; i++) {
                List<@Nullable Instant> row = row(random);
                Instant now = around(random);
                MilestoneState inJava = MilestoneState.at(
                                now, row.get(0), row.get(1), row.get(2), row.get(3), row.get(4))
                        .under(WaivedTime.of(row.get(5), row.get(6)), now);
                seen.add(inJava);

                assertThat(inSql(statement, row, now))
                        .as("row %d of seed %d: %s at %s", i, SEED, row, now)
                        .isEqualTo(inJava.name());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(MilestoneState.values());
    }

    private static String inSql(PreparedStatement statement, List<@Nullable Instant> row, Instant now)
            throws SQLException {
        for (int i = 1; i <= NOWS; i++) {
            statement.setObject(i, now.atOffset(ZoneOffset.UTC));
        }
        for (int i = 0; i < row.size(); i++) {
            Instant value = row.get(i);
            statement.setObject(
                    i + NOWS + 1, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }
        try (ResultSet results = statement.executeQuery()) {
            results.next();
            return results.getString(1);
        }
    }

    /** Instants so close to each other that equal ones and neighbours are common; each may be missing. */
    private static List<@Nullable Instant> row(Random random) {
        List<@Nullable Instant> row = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            boolean missing = random.nextInt(10) < (i == 0 ? 1 : i == 1 ? 2 : 6);
            row.add(missing ? null : around(random));
        }
        return row;
    }

    private static Instant around(Random random) {
        return NOON.plusMillis(random.nextInt(5) - 2);
    }
}
