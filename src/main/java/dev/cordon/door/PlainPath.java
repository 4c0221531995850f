package dev.cordon.door;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * Refuses a path that two readers could read differently. Rules bound to paths were passed by three times in Quarkus,
 * each time by a spelling that one part of it normalised and another did not.
 *
 * @see <a href="https://nvd.nist.gov/vuln/detail/CVE-2023-4853">CVE-2023-4853</a>
 */
final class PlainPath implements Handler<RoutingContext> {
    private static final List<String> REFUSED = List.of(";", "\\", "//", "%2f", "%3b", "%5c", "%2e", "%00", "%25");

    @Override
    public void handle(RoutingContext request) {
        if (isPlain(request.request().path(), request.normalizedPath())) {
            request.next();
        } else {
            new HttpRefusal(
                            400,
                            "ambiguous-path",
                            "The path can be read in more than one way. Send it in its plain form.")
                    .answer(request);
        }
    }

    /** @param routed the path as the router reads it, with dots resolved and plain characters decoded */
    private static boolean isPlain(String path, String routed) {
        String spelling = path.toLowerCase(Locale.ROOT);
        return path.equals(routed) && REFUSED.stream().noneMatch(spelling::contains);
    }
}
