package dev.cordon.notice.delivery;

import dev.cordon.notice.OpenChannels;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Turns when this replica has not looked for what is to be sent for five intervals. Wellness, not readiness: it still answers
 * people. Says which channels are open, how much is parked and whether delivery is paused.
 */
@Wellness
@ApplicationScoped
public class NoticeHealth implements HealthCheck {
    private static final int INTERVALS = 5;
    private static final int LEAST_SECONDS = 60;

    private final NoticeMetrics metrics;
    private final OpenChannels channels;

    @ConfigProperty(name = "cordon.notice.interval")
    Duration interval;

    @ConfigProperty(name = "cordon.notice.paused")
    boolean paused;

    NoticeHealth(NoticeMetrics metrics, OpenChannels channels) {
        this.metrics = metrics;
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        double patience = Math.max(interval.toSeconds() * INTERVALS, LEAST_SECONDS);
        String open = channels.open().stream().map(Enum::name).collect(Collectors.joining(" "));
        return HealthCheckResponse.named("notices")
                .status(metrics.secondsSincePass() <= patience)
                .withData("channels", open)
                .withData("parked", metrics.parkedCount())
                .withData("paused", paused)
                .build();
    }
}
