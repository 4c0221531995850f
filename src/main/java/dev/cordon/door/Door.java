package dev.cordon.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The order in which a request meets the rules of this package: what costs least and tells least comes first, the body
 * last. All of it comes before Quarkus asks who is calling. The management port has none of it.
 */
@ApplicationScoped
public class Door {
    /** Priority of the first rule; the others follow. Authentication is at 200, a route has none. */
    private static final int FIRST = 1_000;

    private final PublicUrl publicUrl;
    private final ReporterUrl reporterUrl;
    private final Budgets budgets;
    private final SecurityHeaders headers;
    private final BodySize bodySize;
    private final GraphQLBody body;

    Door(
            PublicUrl publicUrl,
            ReporterUrl reporterUrl,
            Budgets budgets,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration longest) {
        this.publicUrl = publicUrl;
        this.reporterUrl = reporterUrl;
        this.budgets = budgets;
        this.headers = new SecurityHeaders(publicUrl);
        this.bodySize = new BodySize(mostBytes.asLongValue());
        this.body = new GraphQLBody(mostBytes.asLongValue(), longest);
    }

    void hang(@Observes Filters filters) {
        filters.register(headers, FIRST)
                .register(new RequestBudget(budgets), FIRST - 1)
                .register(new PlainPath(), FIRST - 2)
                .register(new ReporterHost(reporterUrl), FIRST - 3)
                .register(new SameOrigin(publicUrl), FIRST - 4)
                .register(bodySize, FIRST - 5)
                .register(new GraphQLHead(), FIRST - 6)
                .register(body::read, FIRST - 7)
                .register(body::check, FIRST - 8);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(new FailureAnswer(headers, bodySize));
    }
}
