package dev.cordon.door;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells a browser, unless its route says otherwise: run and frame nothing, guess no type, tell nobody
 * where you came from, keep nothing.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(PublicUrl publicUrl) {
        headers.put(
                CONTENT_SECURITY_POLICY,
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (publicUrl.isHttps()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @Override
    public void handle(RoutingContext request) {
        // At the very end, because some handlers of Quarkus set a header only if it is absent.
        request.addHeadersEndHandler(end -> addMissing(request));
        request.next();
    }

    void addMissing(RoutingContext request) {
        MultiMap answered = request.response().headers();
        headers.forEach((name, value) -> {
            if (!answered.contains(name) && !(name.equals(CONTENT_SECURITY_POLICY) && isToolOfDevMode(request))) {
                answered.set(name, value);
            }
        });
    }

    /** The pages below {@code /q/} that dev mode shows, such as GraphiQL, are made of inline scripts. */
    private static boolean isToolOfDevMode(RoutingContext request) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                && request.normalizedPath().startsWith("/q/");
    }
}
