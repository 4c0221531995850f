package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;

/** Instants for tests: days of March 2026, of which the 2nd is a Monday, and lengths of time. */
final class Times {
    static final Duration MILLI = Duration.ofMillis(1);
    /** An instant after everything that tests speak of. */
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private Times() {}

    /** "2 10:00" is the 2nd of March 2026, ten o'clock UTC. */
    static Instant march(String dayAndTime) {
        String[] parts = dayAndTime.split(" ");
        return Instant.parse(String.format("2026-03-%02dT%s:00Z", Integer.parseInt(parts[0]), parts[1]));
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
