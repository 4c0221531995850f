package dev.cordon.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body that says it is too large. Quarkus would refuse it too, but close the connection at once; the client
 * would see a reset while it still sends.
 */
final class BodySize implements Handler<RoutingContext> {
    private final long most;

    BodySize(long most) {
        this.most = most;
    }

    @Override
    public void handle(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server has refused a length that is no number already.
        if (length != null && Long.parseLong(length) > most) {
            refusal().answer(request);
        } else {
            request.next();
        }
    }

    HttpRefusal refusal() {
        return new HttpRefusal(
                413,
                "body-too-large",
                "The body has more than " + most / 1024 + " KB. Ask for less, or in several requests.");
    }
}
