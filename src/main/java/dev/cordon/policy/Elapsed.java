package dev.cordon.policy;

import java.time.Duration;

/** A length of time in words, in its two largest units and rounded down: "1 day 3 hours". Not negative. */
record Elapsed(Duration duration) {
    @Override
    public String toString() {
        if (duration.toDays() > 0) {
            return both(duration.toDays(), "day", duration.toHoursPart(), "hour");
        }
        if (duration.toHours() > 0) {
            return both(duration.toHours(), "hour", duration.toMinutesPart(), "minute");
        }
        if (duration.toMinutes() > 0) {
            return both(duration.toMinutes(), "minute", duration.toSecondsPart(), "second");
        }
        if (duration.toSeconds() > 0) {
            return both(duration.toSeconds(), "second", duration.toMillisPart(), "millisecond");
        }
        return one(duration.toMillis(), "millisecond");
    }

    private static String both(long large, String largeUnit, long small, String smallUnit) {
        return one(large, largeUnit) + (small == 0 ? "" : " " + one(small, smallUnit));
    }

    private static String one(long amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "s");
    }
}
