package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.Outage;
import dev.cordon.testing.Database;
import dev.cordon.testing.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads share the flush of their audit rows, and none is answered before its own row is there (R6). */
@QuarkusTest
class ReadAuditTest {
    private static final int READERS = 12;

    @Inject
    AgroalDataSource pool;

    private final ThreadPoolExecutor readers = (ThreadPoolExecutor) Executors.newFixedThreadPool(READERS);
    private final String operation = "test-" + UUID.randomUUID();

    private final List<ReadAudit> started = new ArrayList<>();

    @AfterEach
    void noReadersAreLeft() {
        readers.shutdownNow();
        started.forEach(ReadAudit::end);
        Database.run(Database.OWNER, "alter table audit_event drop constraint if exists audit_event_refused");
    }

    @Test
    void noReadIsAnsweredBeforeItsRowIsThere() throws Exception {
        assertThat(missingWhenAnswered(started(new ReadAudit(pool)))).isZero();
    }

    @Test
    void aWriterThatAnswersAtOnceWouldBeSeen() throws Exception {
        ReadAudit hasty = new ReadAudit(pool) {
            @Override
            void write(ReadRow row) {
                readers.submit(() -> super.write(row));
            }
        };

        assertThat(missingWhenAnswered(started(hasty))).isPositive();
    }

    @Test
    void readsThatWaitTogetherAreWrittenTogether() throws Exception {
        ReadAudit audit = started(new ReadAudit(pool));

        List<Future<Object>> answers = behindALock(audit);

        for (Future<Object> each : answers) {
            each.get();
        }
        assertThat(Database.values(
                        "select count(*)::text as value from audit_event where operation like ? group by xmin",
                        operation + "%"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(rows()).isEqualTo(READERS);
    }

    @Test
    void aReadThatDoesNotEndHoldsNoRowsForEver() throws Exception {
        ReadAudit audit = started(new ReadAudit(pool));
        CountDownLatch end = new CountDownLatch(1);
        Future<?> other = readers.submit(() -> audit.whileReading(() -> awaited(end)));

        for (Future<Object> each : all(audit)) {
            each.get();
        }

        assertThat(other.isDone()).as("a read that does not end").isFalse();
        assertThat(rows()).isEqualTo(READERS);
        end.countDown();
    }

    @Test
    void aRowThatIsRefusedTakesNoOtherAlong() throws Exception {
        Database.run(
                Database.OWNER,
                "alter table audit_event add constraint audit_event_refused check (operation <> '" + operation
                        + "3') not valid");

        List<Future<Object>> answers = behindALock(started(new ReadAudit(pool)));

        for (int i = 0; i < READERS; i++) {
            Future<Object> answer = answers.get(i);
            if (i == 3) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(DatabaseException.class);
            } else {
                answer.get();
            }
        }
        assertThat(rows()).isEqualTo(READERS - 1);
    }

    @Test
    void whatEndsOneReadStopsNoLaterOne() {
        ReadAudit audit = started(new ReadAudit(pool));
        ReadRow good = row(0);
        ReadRow broken = new ReadRow(null, good.actor(), good.via(), good.operation(), good.incidents());

        assertThatThrownBy(() -> audit.write(broken)).isInstanceOf(DatabaseException.class);
        audit.write(good);

        assertThat(isThere(good)).isTrue();
    }

    @Test
    void beyondItsBoundAReadIsRefusedAtOnce() throws Exception {
        ReadAudit small = started(new ReadAudit(pool, 3));

        List<Future<Object>> answers = behindALock(small);

        int refused = 0;
        for (Future<Object> each : answers) {
            try {
                each.get();
            } catch (ExecutionException failure) {
                assertThat(Outage.isBehind(failure)).isTrue();
                refused++;
            }
        }
        assertThat(refused).isBetween(1, READERS - 1);
        assertThat(rows()).isEqualTo(READERS - refused);
    }

    @Test
    void whenTheDatabaseGoesAwayNoneIsAnswered() throws Exception {
        ReadAudit audit = started(new ReadAudit(pool));
        List<Future<Object>> answers;
        try (Connection inTheWay = locked()) {
            answers = all(audit);
            awaitReaders();
            Sql.run(
                    "alter role cordon_app nologin",
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cordon_app'");
            for (Future<Object> each : answers) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .satisfies(
                                failure -> assertThat(Outage.isBehind(failure)).isTrue());
            }
            inTheWay.rollback();
        } finally {
            Sql.run("alter role cordon_app login");
        }
        assertThat(rows()).isZero();
    }

    @Test
    void whoActsForSomebodySignsForThemselvesAlone() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("select set_config('cordon.actor', '" + Database.idOf("jonas") + "', true)");

            assertThatThrownBy(() -> connection
                            .createStatement()
                            .execute(
                                    "insert into audit_event (at, actor_id, action, operation, incident_ids) values (now(), '"
                                            + Database.idOf("maya") + "', 'READ', 'x', '{}')"))
                    .isInstanceOf(SQLException.class);
            connection.rollback();
        }
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> connection
                            .createStatement()
                            .execute(
                                    "insert into audit_event (at, actor_id, action, operation, incident_ids) values (now(), '"
                                            + Database.idOf("maya") + "', 'CHANGE', 'x', '{}')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private ReadAudit started(ReadAudit audit) {
        started.add(audit);
        audit.begin();
        return audit;
    }

    /** Rows that were not there when their read was answered, though each is flushed slowly. */
    private int missingWhenAnswered(ReadAudit audit) throws Exception {
        List<Future<Boolean>> answers = new ArrayList<>();
        try (Connection inTheWay = locked()) {
            for (int i = 0; i < READERS; i++) {
                ReadRow row = row(i);
                answers.add(readers.submit(() -> {
                    audit.write(row);
                    return isThere(row);
                }));
            }
            awaitReaders();
            inTheWay.rollback();
        }
        int missing = 0;
        for (Future<Boolean> each : answers) {
            missing += each.get() ? 0 : 1;
        }
        return missing;
    }

    /** All read while the log cannot be written, so that they wait together. */
    private List<Future<Object>> behindALock(ReadAudit audit) throws Exception {
        try (Connection inTheWay = locked()) {
            List<Future<Object>> answers = all(audit);
            awaitReaders();
            inTheWay.rollback();
            return answers;
        }
    }

    /** Until every reader has begun and the first of them has met the lock. */
    private void awaitReaders() {
        await().until(() -> readers.getActiveCount() + readers.getCompletedTaskCount() >= READERS
                && Sql.number("select count(*) from pg_locks where not granted") > 0);
    }

    private List<Future<Object>> all(ReadAudit audit) {
        List<Future<Object>> answers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            ReadRow row = row(i);
            Callable<Object> read = () -> {
                audit.write(row);
                return row;
            };
            answers.add(readers.submit(read));
        }
        return answers;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Connection locked() throws SQLException {
        Connection connection = Database.connect(Database.SUPERUSER);
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table audit_event in exclusive mode");
        return connection;
    }

    private ReadRow row(int number) {
        return new ReadRow(
                Instant.now(),
                UUID.fromString(Database.idOf("maya")),
                Means.TOKEN,
                operation + number,
                List.of(1L, 2L));
    }

    private static boolean isThere(ReadRow row) {
        return Database.value("select count(*)::text as value from audit_event where operation = ?", row.operation())
                .equals("1");
    }

    private int rows() {
        return Integer.parseInt(Database.value(
                "select count(*)::text as value from audit_event where operation like ?", operation + "%"));
    }
}
