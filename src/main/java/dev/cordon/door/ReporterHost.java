package dev.cordon.door;

import dev.cordon.access.Secret;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What there is at the address for reporters, if it is one of its own: the form, the page behind a reporter's link, what anybody may
 * read, and the API for them. Nobody is signed in there, whatever cookie or token they bring.
 */
public final class ReporterHost implements Handler<RoutingContext> {
    private static final String ASKED = ReporterHost.class.getName();
    private static final String FORM = "/report";
    private static final Pattern PAGES =
            Pattern.compile("/report(/status)?|/cvss|/policies|/favicon\\.ico|/(app/v|_static)/.*");
    private static final String LINK = "bearer " + Secret.LINK;

    private final ReporterUrl url;

    ReporterHost(ReporterUrl url) {
        this.url = url;
    }

    /** Whether this request came to the address for reporters, at which nobody signs in. */
    public static boolean isAsked(RoutingContext request) {
        return request.get(ASKED) != null;
    }

    @Override
    public void handle(RoutingContext request) {
        if (!url.isFor(request.request())) {
            request.next();
        } else if (request.normalizedPath().equals("/")) {
            request.redirect(FORM);
        } else if (!isThere(request)) {
            new HttpRefusal(404, "not-found", "There is nothing here. Reports are taken at " + FORM + ".")
                    .answer(request);
        } else if (bringsMoreThanALink(request)) {
            new HttpRefusal(
                            403,
                            "signs-in-elsewhere",
                            "Only the link of a report is taken here. Use your token at the address where your team signs in.")
                    .answer(request);
        } else {
            request.put(ASKED, true);
            // Whoever still looks for a session, such as the rule against other sites, finds none.
            request.request().headers().remove(HttpHeaders.COOKIE);
            request.next();
        }
    }

    private static boolean isThere(RoutingContext request) {
        String path = request.normalizedPath();
        return PAGES.matcher(path).matches()
                || path.equals(GraphQLHead.PATH) && !request.request().headers().contains(HttpHeaders.UPGRADE);
    }

    private static boolean bringsMoreThanALink(RoutingContext request) {
        return request.request().headers().getAll(HttpHeaders.AUTHORIZATION).stream()
                .anyMatch(credential -> !credential.toLowerCase(Locale.ROOT).startsWith(LINK));
    }
}
