package dev.cordon.door;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** The status of an answer of the engine, which knows no other than 200: what became of the request decides it. */
public final class GraphQLAnswer {
    public static final String OUTAGE_CODE = "database-unavailable";
    public static final String OUTAGE_MESSAGE = "The database cannot be reached. Try again in a few seconds.";

    private static final String KEY = GraphQLAnswer.class.getName();

    /** Seconds after which a client should try again when the database is away. */
    static final String RETRY_AFTER = "5";

    private final AnswerType type;
    private boolean executed;
    private boolean outage;

    private GraphQLAnswer(AnswerType type) {
        this.type = type;
    }

    /** Sets the status when the engine has answered. */
    static void watch(RoutingContext request, AnswerType type) {
        GraphQLAnswer answer = new GraphQLAnswer(type);
        request.put(KEY, answer);
        request.addHeadersEndHandler(end -> answer.finish(request.response()));
    }

    /** The answer to the current request, if it came over HTTP. Call it on the thread the request came on. */
    public static Optional<GraphQLAnswer> current() {
        return Optional.ofNullable(
                        CDI.current().select(CurrentVertxRequest.class).get().getCurrent())
                .map(request -> request.get(KEY));
    }

    /** Execution began: there is data, be it null. */
    public void markExecuted() {
        executed = true;
    }

    /** The database could not be reached. */
    public void markOutage() {
        outage = true;
    }

    private void finish(HttpServerResponse response) {
        if (response.getStatusCode() != 200) {
            return;
        }
        if (outage) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                    .setStatusCode(503)
                    .setStatusMessage("Service Unavailable");
        } else if (!executed && type == AnswerType.GRAPHQL_RESPONSE) {
            response.setStatusCode(400).setStatusMessage("Bad Request");
        }
    }
}
