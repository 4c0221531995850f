package dev.cordon.api.reading;

import dev.cordon.access.AskedTime;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The time in which the incidents of metrics were reported: {@code from} included, {@code to} not, five years at most.
 */
public record MetricsPeriod(Instant from, Instant to) {
    private static final int YEARS = 5;

    public MetricsPeriod {
        if (!AskedTime.is(from) || !AskedTime.is(to)) {
            throw new InvalidPeriodException("From " + from + " to " + to + " is out of bounds. " + AskedTime.REMEDY);
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
