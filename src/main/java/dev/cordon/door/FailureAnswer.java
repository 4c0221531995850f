package dev.cordon.door;

import dev.cordon.database.Outage;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers what failed on the way, outside the engine, in the same form as every other error. Quarkus's own page would
 * show the stack trace in dev mode and log the message in every mode.
 */
final class FailureAnswer implements Handler<RoutingContext> {
    private static final HttpRefusal OUTAGE = new HttpRefusal(
                    503, GraphQLAnswer.OUTAGE_CODE, GraphQLAnswer.OUTAGE_MESSAGE)
            .with("Retry-After", GraphQLAnswer.RETRY_AFTER);

    private static final HttpRefusal PROVIDER_OUTAGE = new HttpRefusal(
                    503,
                    "identity-provider-unavailable",
                    "The identity provider cannot be reached. Try again in a few seconds.")
            .with("Retry-After", GraphQLAnswer.RETRY_AFTER);

    private final SecurityHeaders headers;
    private final BodySize bodySize;

    FailureAnswer(SecurityHeaders headers, BodySize bodySize) {
        this.headers = headers;
        this.bodySize = bodySize;
    }

    @Override
    public void handle(RoutingContext request) {
        if (isForQuarkus(request.failure())) {
            request.next();
        } else if (!request.response().headWritten() && !request.response().closed()) {
            // A request may fail before it meets the first filter, without a path for instance.
            headers.addMissing(request);
            refusal(request).answer(request);
        }
    }

    /** It knows how to ask for a credential, and says itself when all threads are busy. */
    private static boolean isForQuarkus(@Nullable Throwable failure) {
        return failure instanceof SecurityException
                || failure instanceof AuthenticationException
                || failure instanceof RejectedExecutionException;
    }

    private HttpRefusal refusal(RoutingContext request) {
        int status = request.statusCode();
        if (status == 413) {
            return bodySize.refusal();
        }
        if (status >= 400 && status < 500) {
            String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
            return new HttpRefusal(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason + ".");
        }
        if (GraphQLHead.isForTheApi(request) && !request.request().isEnded()) {
            // It broke off, or its chunks are none.
            return new HttpRefusal(400, "malformed-request", "The body of the request cannot be read to its end.");
        }
        Throwable failure = request.failure();
        if (failure == null) {
            return new HttpRefusal(status < 400 ? 500 : status, "system-error", "System error");
        }
        if (Outage.isBehind(failure)) {
            return OUTAGE;
        }
        return isProviderOutage(failure) ? PROVIDER_OUTAGE : systemError(failure);
    }

    /** What quarkus-oidc fails with while it has no keys and no addresses of the provider. */
    private static boolean isProviderOutage(Throwable failure) {
        return failure instanceof OIDCException || failure.getCause() != null && isProviderOutage(failure.getCause());
    }

    private static HttpRefusal systemError(Throwable failure) {
        return new HttpRefusal(500, "system-error", "System error, correlation id " + FailureLog.record(failure));
    }
}
