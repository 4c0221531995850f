package dev.cordon.notice.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Delivers every {@code cordon.notice.every} on every replica, unless {@code cordon.notice.paused}. Told to stop, it begins nothing
 * more, lets what it began come to its end and gives back the rest.
 */
@ApplicationScoped
class DeliveryClock {
    private static final Logger LOG = Logger.getLogger(DeliveryClock.class);
    /** Half of the longest try: what hangs is given back, and sent by another replica with the same id. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Delivery delivery;
    private final NoticeMetrics metrics;
    private volatile boolean stopped;

    @ConfigProperty(name = "cordon.notice.paused")
    boolean paused;

    DeliveryClock(Delivery delivery, NoticeMetrics metrics) {
        this.delivery = delivery;
        this.metrics = metrics;
    }

    void say(@Observes StartupEvent start) {
        if (paused) {
            LOG.warn("Notices are queued and not sent: cordon.notice.paused is true");
        }
    }

    @Scheduled(
            identity = "notice",
            every = "{cordon.notice.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        if (stopped) {
            return;
        }
        try {
            metrics.look();
            if (!paused) {
                delivery.begin();
            }
            metrics.passed();
        } catch (RuntimeException failure) {
            metrics.failed();
            LOG.warnf("Delivery failed and will be tried again: %s", reason(failure));
        }
    }

    void stop(@Observes ShutdownEvent end) {
        stopped = true;
        if (!delivery.awaitEnd(PATIENCE)) {
            delivery.release();
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
