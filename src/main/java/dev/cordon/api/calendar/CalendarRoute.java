package dev.cordon.api.calendar;

import dev.cordon.access.NotSignedInException;
import dev.cordon.access.Secret;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers {@code GET /calendar/<secret>.ics}. An address that is of nobody, or no longer, is answered like a path that is
 * nowhere. The secret is in the path, since calendars know no other way; nothing here keeps the path.
 */
@Singleton
public class CalendarRoute {
    /** After the door, before Quarkus asks who is calling: the address alone says it, whatever cookie comes along. */
    private static final int ORDER = -300;

    private static final String PATTERN = "/calendar/(?<secret>" + Secret.CALENDAR + "[A-Za-z0-9_-]{43})\\.ics";

    private final DeadlineReader deadlines;
    private final CalendarFile file;

    CalendarRoute(DeadlineReader deadlines, CalendarFile file) {
        this.deadlines = deadlines;
        this.file = file;
    }

    void open(@Observes Router router) {
        router.routeWithRegex(PATTERN)
                .order(ORDER)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext request) {
        try {
            String text = file.text(deadlines.of(new Secret(request.pathParam("secret"))));
            request.response()
                    .putHeader("Content-Type", "text/calendar; charset=utf-8")
                    .putHeader("Cache-Control", "private, no-store")
                    .end(text);
        } catch (NotSignedInException nobodys) {
            request.response().setStatusCode(404).end();
        }
    }
}
