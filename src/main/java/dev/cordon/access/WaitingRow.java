package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An audit row on its way into the log, and the read that waits for it. */
final class WaitingRow {
    private final ReadRow row;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable DatabaseException failure;

    WaitingRow(ReadRow row) {
        this.row = row;
    }

    ReadRow row() {
        return row;
    }

    /** It is committed, or was not written for this reason. */
    void endedBy(@Nullable DatabaseException reason) {
        failure = reason;
        over.countDown();
    }

    /**
     * Returns when the row is committed.
     *
     * @throws DatabaseException why it is not, or that nobody knows it in time
     */
    void await(Duration patience) {
        try {
            if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ReadAudit.tooSlow("An audit row was not written in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ReadAudit.tooSlow("Waiting for an audit row was interrupted");
        }
        if (failure != null) {
            throw failure;
        }
    }
}
