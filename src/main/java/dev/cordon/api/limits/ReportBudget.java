package dev.cordon.api.limits;

import dev.cordon.door.Budgets;
import dev.cordon.door.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How often vulnerabilities are reported from one address by whoever is not signed in: {@code cordon.limits.report}. */
@ApplicationScoped
public class ReportBudget {
    private final Budgets budgets;
    private final CurrentVertxRequest current;
    private final SecurityIdentity identity;

    ReportBudget(Budgets budgets, CurrentVertxRequest current, SecurityIdentity identity) {
        this.budgets = budgets;
        this.current = current;
        this.identity = identity;
    }

    /** @throws TooManyReportsException if the address has none left */
    public void take() {
        if (identity.isAnonymous()) {
            HttpServerRequest request = current.getCurrent().request();
            budgets.take(Budgets.REPORT, Caller.address(request)).ifPresent(wait -> refuse(request, wait));
        }
    }

    private static void refuse(HttpServerRequest request, Duration wait) {
        request.response().putHeader("Retry-After", Long.toString(wait.toSeconds()));
        throw new TooManyReportsException(wait);
    }
}
