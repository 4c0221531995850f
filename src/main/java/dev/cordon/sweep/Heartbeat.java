package dev.cordon.sweep;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Runs the sweep every {@code cordon.sweep.every} on every replica. A pass that fails is counted and logged, and the next
 * one comes: what is due is decided by the rows, not by the tick.
 */
@ApplicationScoped
public class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final Sweep sweep;
    private final SweepMetrics metrics;

    Heartbeat(Sweep sweep, SweepMetrics metrics) {
        this.sweep = sweep;
        this.metrics = metrics;
    }

    @Scheduled(
            identity = "sweep",
            every = "{cordon.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        try {
            SweepRun run = sweep.run();
            if (run.breaches() + run.escalations() > 0) {
                LOG.infof(
                        "Sweep recorded %d breaches and %d escalations of %d incidents",
                        run.breaches(), run.escalations(), run.incidents());
            }
        } catch (RuntimeException failure) {
            metrics.failed();
            LOG.warnf("Sweep failed and will be tried again: %s", reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
