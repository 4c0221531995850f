package dev.cordon.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Seals every {@code cordon.audit.seal-every} and signs the chain's head every {@code cordon.audit.export-every}, on every
 * replica. What fails is counted and logged, and tried again the next time: unsealed rows wait.
 */
@ApplicationScoped
class AuditClock {
    private static final Logger LOG = Logger.getLogger(AuditClock.class);

    private final Sealer sealer;
    private final AuditHeads heads;
    private final AuditMetrics metrics;

    AuditClock(Sealer sealer, AuditHeads heads, AuditMetrics metrics) {
        this.sealer = sealer;
        this.heads = heads;
        this.metrics = metrics;
    }

    @Scheduled(
            identity = "audit-seal",
            every = "{cordon.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        attempt("Sealing the audit log", () -> {
            sealer.sealIfFree();
            metrics.passed();
        });
    }

    @Scheduled(
            identity = "audit-export",
            every = "{cordon.audit.export-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void export() {
        attempt("Signing the head of the audit log", heads::exportNow);
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (BrokenAuditLogException broken) {
            metrics.failed();
            LOG.error(broken.getMessage());
        } catch (RuntimeException failure) {
            metrics.failed();
            LOG.warnf("%s failed and will be tried again: %s", what, reason(failure));
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
