package dev.cordon.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time a transaction goes by: what the database's clock said, cut to milliseconds.
 * Replicas whose own clocks are wrong agree, because none of them is asked.
 */
@ApplicationScoped
public class DatabaseTime {
    /** What a transaction takes for now when the database's clock says {@code clock}. */
    public Instant of(Instant clock) {
        return clock.truncatedTo(ChronoUnit.MILLIS);
    }
}
