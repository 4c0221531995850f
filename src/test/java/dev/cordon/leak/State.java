package dev.cordon.leak;

/** What an incident of the matrix is like; the order is that of the columns of {@code [callers]}. */
enum State {
    OPEN,
    CLOSED,
    IMPORTED,
    UNRELATED,
    RESTRICTED,
    RESTRICTED_CLOSED,
    RESTRICTED_IMPORTED,
    APART,
    DUPLICATE;

    /** Whether it is shut to the committee at large. */
    boolean isRestricted() {
        return this == RESTRICTED || this == RESTRICTED_CLOSED || this == RESTRICTED_IMPORTED || this == APART;
    }

    boolean isClosed() {
        return this == CLOSED || this == RESTRICTED_CLOSED;
    }

    boolean isImported() {
        return this == IMPORTED || this == RESTRICTED_IMPORTED;
    }

    /** Whether the people of the cast have to do with it. */
    boolean isRelated() {
        return this != UNRELATED && this != APART;
    }
}
