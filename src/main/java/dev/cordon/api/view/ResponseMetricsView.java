package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How the deadlines of a period were kept. What each number counts is said in docs/metrics.md. */
@Type("ResponseMetrics")
@Description(
        "How the deadlines of the incidents that were reported in a period were kept; of those you may see, and no other.")
@DefaultNonNull
public record ResponseMetricsView(
        @Description("Reported at or after this instant.") Instant from,
        @Description("Reported before this instant.") Instant to,
        @Description("How many incidents that is.") int incidents,

        @Description(
                "Quarters, the earliest first; severities, the most severe first; or one group. None without an incident.")
        List<@NonNull MetricsGroupView> groups) {}
