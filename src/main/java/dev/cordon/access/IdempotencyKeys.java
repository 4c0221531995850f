package dev.cordon.access;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the idempotency key of the request that is being answered, if it is one and has one. */
@ApplicationScoped
class IdempotencyKeys {
    private final CurrentVertxRequest current;

    IdempotencyKeys(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * The key of the current request.
     *
     * @throws InvalidIdempotencyKeyException if the header holds no such key
     */
    Optional<IdempotencyKey> ofRequest() {
        // What Cordon does unasked, as at its start, has no request.
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        @Nullable RoutingContext request = current.getCurrent();
        @Nullable String header = request == null ? null : request.request().getHeader(IdempotencyKey.HEADER);
        return header == null ? Optional.empty() : Optional.of(new IdempotencyKey(header, hash(request)));
    }

    private static byte[] hash(RoutingContext request) {
        @Nullable Buffer body = request.body().buffer();
        return Secret.sha256(body == null ? new byte[0] : body.getBytes());
    }
}
