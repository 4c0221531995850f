package dev.cordon.database;

import java.sql.SQLException;

/** The database refused or failed a statement. Its text may name rows, so it is never shown to a caller. */
public final class DatabaseException extends RuntimeException {
    /** PostgreSQL's code for "could not get the lock in time". */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String state;

    public DatabaseException(SQLException failure) {
        super(failure);
        this.state = failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** Whether somebody else held a row for longer than {@code lock_timeout}. */
    public boolean isLockTimeout() {
        return LOCK_NOT_AVAILABLE.equals(state);
    }
}
