package dev.cordon.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Takes each request from the budget of its address, and from that of its credential or of those without one. */
final class RequestBudget implements Handler<RoutingContext> {
    private final Budgets budgets;

    RequestBudget(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Duration> wait = take(context.request());
        if (wait.isEmpty()) {
            context.next();
            return;
        }
        String seconds = Long.toString(wait.get().toSeconds());
        new HttpRefusal(429, "too-many-requests", "Too many requests. Try again in " + seconds + " s.")
                .with("Retry-After", seconds)
                .answer(context);
    }

    private Optional<Duration> take(HttpServerRequest request) {
        String address = Caller.address(request);
        return Caller.credential(request)
                .map(credential -> budgets.take(Budgets.CALLER, credential))
                .orElseGet(() -> budgets.take(Budgets.ANONYMOUS, address))
                .or(() -> budgets.take(Budgets.ADDRESS, address));
    }
}
