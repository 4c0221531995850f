package dev.cordon.door;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what another site makes a signed-in browser send: requests that may change something, if they carry the session
 * cookie and a browser says that they come from elsewhere; and WebSockets of other sites altogether.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata, Sec-Fetch-Site</a>
 */
final class SameOrigin implements Handler<RoutingContext> {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final PublicUrl publicUrl;

    SameOrigin(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isSocket(request) ? isForeignSocket(request) : isForeign(request)) {
            new HttpRefusal(
                            403,
                            "cross-site-request",
                            "The request has a session and comes from another site. Send it from " + publicUrl.origin()
                                    + ", or with a token instead of the cookie.")
                    .answer(context);
        } else {
            context.next();
        }
    }

    private boolean isForeign(HttpServerRequest request) {
        boolean mayAct =
                !READING.contains(request.method()) || request.headers().contains(HttpHeaders.UPGRADE);
        return mayAct && SessionCookie.isIn(request) && !isOwn(request);
    }

    /** Every page may open a WebSocket to anywhere. A browser names its origin always, so a session without one is no browser's. */
    private boolean isForeignSocket(HttpServerRequest request) {
        boolean anonymous = !request.headers().contains(HttpHeaders.ORIGIN);
        return !isOwn(request) || anonymous && SessionCookie.isIn(request);
    }

    private static boolean isSocket(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.UPGRADE).stream()
                .anyMatch(protocol -> protocol.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    private boolean isOwn(HttpServerRequest request) {
        return OWN_SITES.containsAll(request.headers().getAll("Sec-Fetch-Site"))
                && request.headers().getAll(HttpHeaders.ORIGIN).stream().allMatch(origin -> isOwn(origin, request));
    }

    private boolean isOwn(String origin, HttpServerRequest request) {
        return origin.equals(publicUrl.origin())
                || LaunchMode.current().isDevOrTest() && WebOrigin.isLoopback(origin) && isHost(origin, request);
    }

    private static boolean isHost(String origin, HttpServerRequest request) {
        return origin.equals("http://" + request.getHeader(HttpHeaders.HOST));
    }
}
