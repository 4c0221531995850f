package dev.cordon.door;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Refuses what another site makes a signed-in browser send: requests that may change something, and WebSockets, if they
 * carry the session cookie and a browser says that they come from elsewhere.
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
        if (mayAct(request) && SessionCookie.isIn(request) && !isOwn(request)) {
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

    private static boolean mayAct(HttpServerRequest request) {
        return !READING.contains(request.method()) || request.headers().contains(HttpHeaders.UPGRADE);
    }

    private boolean isOwn(HttpServerRequest request) {
        return OWN_SITES.containsAll(request.headers().getAll("Sec-Fetch-Site"))
                && request.headers().getAll(HttpHeaders.ORIGIN).stream().allMatch(origin -> isOwn(origin, request));
    }

    private boolean isOwn(String origin, HttpServerRequest request) {
        return origin.equals(publicUrl.origin())
                || LaunchMode.current().isDevOrTest() && PublicUrl.isLoopback(origin) && isHost(origin, request);
    }

    private static boolean isHost(String origin, HttpServerRequest request) {
        return origin.equals("http://" + request.getHeader(HttpHeaders.HOST));
    }
}
