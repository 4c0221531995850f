package dev.cordon.access;

import java.time.Instant;

/** The times that can be asked about: those the database holds to the millisecond, with a year of four digits. */
public final class AskedTime {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** For a refusal: which ones they are. */
    public static final String REMEDY = "Ask for a time from " + EARLIEST + " to " + LATEST + ".";

    private AskedTime() {}

    public static boolean is(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** @throws InvalidTimeException if it is none of them */
    public static void require(Instant time) {
        if (!is(time)) {
            throw new InvalidTimeException(time);
        }
    }
}
