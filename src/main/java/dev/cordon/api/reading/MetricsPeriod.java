package dev.cordon.api.reading;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The time in which the incidents of metrics were reported: {@code from} included, {@code to} not, five years at most.
 */
public record MetricsPeriod(Instant from, Instant to) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int YEARS = 5;

    public MetricsPeriod {
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new InvalidPeriodException("From " + from + " to " + to + " is out of bounds. Stay between "
                    + EARLIEST + " and " + LATEST + ".");
        }
        if (!from.isBefore(to)) {
            throw new InvalidPeriodException("From " + from + " to " + to + " is no time. Give a later to.");
        }
        if (to.isAfter(from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant())) {
            throw new InvalidPeriodException(
                    "From " + from + " to " + to + " is longer than " + YEARS + " years. Ask for less at a time.");
        }
    }
}
