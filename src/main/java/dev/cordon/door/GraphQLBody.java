package dev.cordon.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;

/** Reads the body of a request to the API, in bounded size and time, and lets on what the engine can take. */
final class GraphQLBody {
    private static final String DEADLINE = GraphQLBody.class.getName();

    private final BodyHandler reader;
    private final long longest;

    /**
     * @param most bytes
     * @param longest for how long a client may send; then the connection ends, since an answer would not be read either
     */
    GraphQLBody(long most, Duration longest) {
        this.reader = BodyHandler.create(false).setBodyLimit(most);
        this.longest = longest.toMillis();
    }

    void read(RoutingContext request) {
        if (!GraphQLHead.isForTheApi(request)) {
            request.next();
            return;
        }
        long deadline = request.vertx()
                .setTimer(longest, late -> request.request().connection().close());
        request.put(DEADLINE, deadline);
        request.addEndHandler(end -> request.vertx().cancelTimer(deadline));
        // Quarkus pauses every request until somebody reads it.
        request.request().resume();
        reader.handle(request);
    }

    void check(RoutingContext request) {
        if (!GraphQLHead.isForTheApi(request)) {
            request.next();
            return;
        }
        request.vertx().cancelTimer(request.<Long>get(DEADLINE));
        Buffer body = request.body().buffer();
        Optional<HttpRefusal> refusal = GraphQLRequestForm.refusalOf(body == null ? Buffer.buffer() : body);
        refusal.ifPresentOrElse(reason -> reason.answer(request), request::next);
    }
}
