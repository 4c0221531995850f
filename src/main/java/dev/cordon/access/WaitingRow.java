package dev.cordon.access;

import dev.cordon.database.DatabaseException;
import org.jspecify.annotations.Nullable;

/** An audit row on its way into the log. Not safe by itself: {@link ReadAudit} touches it only in somebody's turn, or after. */
final class WaitingRow {
    private final ReadRow row;
    private boolean isOver;
    private @Nullable DatabaseException failure;

    WaitingRow(ReadRow row) {
        this.row = row;
    }

    ReadRow row() {
        return row;
    }

    /** Whether somebody has written it, or failed to. */
    boolean isOver() {
        return isOver;
    }

    /** It is committed, or was not written for this reason. */
    void endedBy(@Nullable DatabaseException reason) {
        failure = reason;
        isOver = true;
    }

    /**
     * Returns if the row is committed.
     *
     * @throws DatabaseException why it is not
     */
    void confirm() {
        if (failure != null) {
            throw failure;
        }
        if (!isOver) {
            throw new IllegalStateException("Whoever was to write this audit row failed");
        }
    }
}
