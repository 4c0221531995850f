package dev.cordon.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators are told of the sealed audit log: where the chain ends, and how long ago this replica sealed and signed. */
@ApplicationScoped
public class AuditMetrics {
    private final Counter rows;
    private final Counter succeeded;
    private final Counter failed;
    private final AtomicLong position = new AtomicLong();
    // Monotonic, because durations are meant: how long ago, whatever the wall clock did meanwhile.
    private final AtomicLong lastPass = new AtomicLong(System.nanoTime());
    private final AtomicLong lastExport = new AtomicLong(System.nanoTime());

    AuditMetrics(MeterRegistry registry) {
        rows = registry.counter("cordon.audit.rows.sealed");
        succeeded = registry.counter("cordon.audit.passes", Tags.of("outcome", "succeeded"));
        failed = registry.counter("cordon.audit.passes", Tags.of("outcome", "failed"));
        registry.gauge("cordon.audit.position", position);
        registry.gauge("cordon.audit.seconds.since.seal", this, metrics -> secondsSince(metrics.lastPass));
        registry.gauge("cordon.audit.seconds.since.export", this, metrics -> secondsSince(metrics.lastExport));
    }

    void sealed(int count, long end) {
        rows.increment(count);
        position.accumulateAndGet(end, Math::max);
    }

    /** A scheduled pass that came to its end, also when another replica was sealing. */
    void passed() {
        succeeded.increment();
        lastPass.set(System.nanoTime());
    }

    void failed() {
        failed.increment();
    }

    /** The newest position is signed, by this replica now or by another before. */
    void exported() {
        lastExport.set(System.nanoTime());
    }

    private static double secondsSince(AtomicLong instant) {
        return (System.nanoTime() - instant.get()) / 1e9;
    }
}
