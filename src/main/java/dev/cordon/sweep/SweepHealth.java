package dev.cordon.sweep;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Turns when no pass of this replica succeeded for five intervals. Wellness, not readiness: a replica that cannot sweep
 * still answers people, and deadlines are right without the sweep.
 */
@Wellness
@ApplicationScoped
public class SweepHealth implements HealthCheck {
    private static final int INTERVALS = 5;

    private final SweepMetrics metrics;

    @ConfigProperty(name = "cordon.sweep.interval")
    Duration interval;

    SweepHealth(SweepMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        double patience = interval.toSeconds() * (double) INTERVALS;
        return HealthCheckResponse.named("sweep")
                .status(metrics.secondsSinceSuccess() <= patience)
                .withData("secondsSinceSuccess", Math.round(metrics.secondsSinceSuccess()))
                .build();
    }
}
