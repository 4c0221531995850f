package dev.cordon.api;

import dev.cordon.api.input.MetricsBy;
import dev.cordon.api.reading.MetricsPeriod;
import dev.cordon.api.reading.MetricsReader;
import dev.cordon.api.view.ResponseMetricsView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Queries about how deadlines were kept. */
@GraphQLApi
public class MetricsQueries {
    private final MetricsReader metrics;

    MetricsQueries(MetricsReader metrics) {
        this.metrics = metrics;
    }

    @Query("responseMetrics")
    @Description(
            "How the deadlines of the incidents that were reported in a period were kept. The team, over the incidents "
                    + "they see; auditors, over all, and not by severity. Imported history is left out. Never by person.")
    public @NonNull ResponseMetricsView responseMetrics(
            @Name("from") @Description("Reported at or after this instant.") @NonNull Instant from,
            @Name("to") @Description("Reported before this instant; five years later at most.") @NonNull Instant to,
            @Name("by") @Description("What to group by; one group if not given.") @Nullable MetricsBy by) {
        return metrics.of(new MetricsPeriod(from, to), by);
    }
}
