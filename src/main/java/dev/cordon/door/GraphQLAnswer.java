package dev.cordon.door;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The status of an answer of the engine, which knows no other than 200: what became of the request decides it. */
public final class GraphQLAnswer {
    public static final String OUTAGE_CODE = "database-unavailable";
    public static final String OUTAGE_MESSAGE = "The database cannot be reached. Try again in a few seconds.";

    private static final String EXECUTED = GraphQLAnswer.class.getName() + ".executed";
    private static final String OUTAGE = GraphQLAnswer.class.getName() + ".outage";

    /** Seconds after which a client should try again when the database is away. */
    static final String RETRY_AFTER = "5";

    private final AtomicBoolean executed;
    private final AtomicBoolean outage;

    private GraphQLAnswer(AtomicBoolean executed, AtomicBoolean outage) {
        this.executed = executed;
        this.outage = outage;
    }

    /** Sets the status when the engine has answered. */
    static void watch(RoutingContext request, AnswerType type) {
        GraphQLAnswer answer = new GraphQLAnswer(new AtomicBoolean(), new AtomicBoolean());
        // Types of the JDK only: when dev mode reloads, the engine keeps its listeners, to which this class is another
        // one by then.
        request.put(EXECUTED, answer.executed);
        request.put(OUTAGE, answer.outage);
        request.addHeadersEndHandler(end -> answer.finish(request.response(), type));
    }

    /** The answer to the current request, if it came over HTTP. Call it on the thread the request came on. */
    public static Optional<GraphQLAnswer> current() {
        return Optional.ofNullable(
                        CDI.current().select(CurrentVertxRequest.class).get().getCurrent())
                .filter(request -> request.get(EXECUTED) != null)
                .map(request -> new GraphQLAnswer(request.get(EXECUTED), request.get(OUTAGE)));
    }

    /** Execution began: there is data, be it null. */
    public void markExecuted() {
        executed.set(true);
    }

    /** The database could not be reached. */
    public void markOutage() {
        outage.set(true);
    }

    private void finish(HttpServerResponse response, AnswerType type) {
        if (response.getStatusCode() != 200) {
            return;
        }
        if (outage.get()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                    .setStatusCode(503)
                    .setStatusMessage("Service Unavailable");
        } else if (!executed.get() && type == AnswerType.GRAPHQL_RESPONSE) {
            response.setStatusCode(400).setStatusMessage("Bad Request");
        }
    }
}
