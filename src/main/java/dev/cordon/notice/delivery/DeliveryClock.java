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
 * Delivers every {@code cordon.notice.every} on every replica, unless {@code cordon.notice.paused}; a pass goes on while there is
 * something to begin. Told to stop, it begins nothing more, lets what it began come to its end and gives back the rest.
 */
@ApplicationScoped
class DeliveryClock {
    private static final Logger LOG = Logger.getLogger(DeliveryClock.class);
    /** Half of the longest try: what hangs is given back, and sent by another replica with the same id. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long to wait for room, or for a target to take what is on its way, before the same pass looks again. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Delivery delivery;
    private final SettledNotices settled;
    private final NoticeMetrics metrics;
    private volatile boolean stopped;

    @ConfigProperty(name = "cordon.notice.paused")
    boolean paused;

    DeliveryClock(Delivery delivery, SettledNotices settled, NoticeMetrics metrics) {
        this.delivery = delivery;
        this.settled = settled;
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
                deliver();
                settled.remove();
            }
            metrics.passed();
        } catch (RuntimeException failure) {
            metrics.failed();
            LOG.warnf("Delivery failed and will be tried again: %s", reason(failure));
        }
    }

    /** At most two of a target are on their way, so a pass that begins once would send it no more than that. */
    private void deliver() {
        while (begin() > 0) {
            metrics.passed();
            delivery.awaitEnd(BREATH);
        }
    }

    private synchronized int begin() {
        return stopped ? 0 : delivery.begin();
    }

    void stop(@Observes ShutdownEvent end) {
        beginNothingMore();
        if (!delivery.awaitEnd(PATIENCE)) {
            delivery.release();
        }
    }

    /** Waits for a claim that is just being made: it would be held by nobody until its lease ends. */
    private synchronized void beginNothingMore() {
        stopped = true;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
