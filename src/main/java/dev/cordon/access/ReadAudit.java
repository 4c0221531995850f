package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import dev.cordon.database.Outage;
import dev.cordon.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit rows of reads. Each commit is a flush of the database's log, so reads that end at about the same time share one: a
 * thread of its own writes the rows of all who wait, by one statement. A read is answered when its own row is committed.
 */
@ApplicationScoped
class ReadAudit {
    /** Rows that wait at most; a read beyond them is refused at once. */
    static final int MOST_WAITING = 1_000;

    /** How long a read waits for its row: as long as a statement may take, and a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    /** How long rows are held for those of others, while several read. */
    private static final Duration HELD = Duration.ofMillis(1);

    private static final String INSERT = """
            insert into audit_event (at, actor_id, via, action, operation, incident_ids)
            select t.at, t.actor, t.via, 'READ', t.operation, t.incidents::bigint[]
            from unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::text[]) as t (at, actor, via, operation, incidents)
            """;

    private final AgroalDataSource database;
    private final BlockingQueue<WaitingRow> queue;
    private final Thread writer = new Thread(this::writeUntilStopped, "cordon-read-audit");
    private final AtomicInteger reading = new AtomicInteger();
    private boolean several;

    @Inject
    ReadAudit(AgroalDataSource database) {
        this(database, MOST_WAITING);
    }

    ReadAudit(AgroalDataSource database, int mostWaiting) {
        this.database = database;
        this.queue = new ArrayBlockingQueue<>(mostWaiting);
        writer.setDaemon(true);
    }

    @PostConstruct
    void begin() {
        writer.start();
    }

    @PreDestroy
    void end() {
        writer.interrupt();
    }

    /** Reads what will leave a row. */
    <T> T whileReading(Supplier<T> read) {
        reading.incrementAndGet();
        try {
            return read.get();
        } finally {
            reading.decrementAndGet();
        }
    }

    /**
     * Returns when the row is committed.
     *
     * @throws DatabaseException if it is not: the read must not be answered
     */
    void write(ReadRow row) {
        WaitingRow mine = new WaitingRow(row);
        if (!queue.offer(mine)) {
            throw tooSlow("Too many reads wait for their audit row");
        }
        mine.await(PATIENCE);
    }

    private void writeUntilStopped() {
        try {
            while (true) {
                writeAll(gathered());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<WaitingRow> gathered() throws InterruptedException {
        List<WaitingRow> all = new ArrayList<>();
        all.add(queue.take());
        if (reading.get() > 0 || several) {
            Thread.sleep(HELD.toMillis());
        }
        queue.drainTo(all);
        several = all.size() > 1;
        return all;
    }

    /** Writes what waits. If something is wrong with one row, the others do not suffer for it. */
    private void writeAll(List<WaitingRow> all) {
        DatabaseException failure = tryToWrite(all);
        if (failure != null && all.size() > 1 && !Outage.isBehind(failure)) {
            all.forEach(each -> each.endedBy(tryToWrite(List.of(each))));
        } else {
            all.forEach(each -> each.endedBy(failure));
        }
    }

    private @Nullable DatabaseException tryToWrite(List<WaitingRow> some) {
        // One statement outside of a transaction is one by itself.
        try (Connection connection = database.getConnection()) {
            insert(new Rows(connection), some.stream().map(WaitingRow::row).toList());
            return null;
        } catch (SQLException failure) {
            return new DatabaseException(failure);
        } catch (DatabaseException failure) {
            return failure;
        } catch (RuntimeException | Error failure) {
            // Whatever it is, it ends this read, and not the thread that all reads need.
            return new DatabaseException(new SQLException("An audit row could not be written", failure));
        }
    }

    private static void insert(Rows rows, List<ReadRow> all) {
        rows.update(
                INSERT,
                texts(all, row -> row.at().toString()),
                texts(all, ReadRow::actor),
                texts(all, ReadRow::via),
                texts(all, ReadRow::operation),
                texts(
                        all,
                        row -> row.incidents().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}"))));
    }

    private static List<@Nullable String> texts(List<ReadRow> rows, Function<ReadRow, @Nullable Object> column) {
        List<@Nullable String> texts = new ArrayList<>(rows.size());
        rows.forEach(row -> texts.add(Objects.toString(column.apply(row), null)));
        return texts;
    }

    static DatabaseException tooSlow(String what) {
        return new DatabaseException(new SQLTimeoutException(what));
    }
}
