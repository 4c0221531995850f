package dev.cordon.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators are told of the sweep: passes that succeeded and failed, breaches recorded, rungs told of, seconds since the last success. */
@ApplicationScoped
public class SweepMetrics {
    private final Counter succeeded;
    private final Counter failed;
    private final Counter breaches;
    private final Counter escalations;
    // Monotonic, because a duration is meant: how long ago, whatever the wall clock did meanwhile.
    private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());

    SweepMetrics(MeterRegistry registry) {
        succeeded = registry.counter("cordon.sweep.passes", Tags.of("outcome", "succeeded"));
        failed = registry.counter("cordon.sweep.passes", Tags.of("outcome", "failed"));
        breaches = registry.counter("cordon.sweep.breaches");
        escalations = registry.counter("cordon.sweep.escalations");
        registry.gauge("cordon.sweep.seconds.since.success", this, SweepMetrics::secondsSinceSuccess);
    }

    void succeeded(SweepRun run) {
        succeeded.increment();
        breaches.increment(run.breaches());
        escalations.increment(run.escalations());
        lastSuccess.set(System.nanoTime());
    }

    void failed() {
        failed.increment();
    }

    /** Seconds since the last pass of this replica that succeeded, or since its start. */
    double secondsSinceSuccess() {
        return (System.nanoTime() - lastSuccess.get()) / 1e9;
    }
}
