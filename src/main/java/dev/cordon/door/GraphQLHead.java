package dev.cordon.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request to the API must have before its body is read: the right path, method, type, and a type to answer in. */
final class GraphQLHead implements Handler<RoutingContext> {
    static final String PATH = "/graphql";
    private static final String SCHEMA_PATH = PATH + "/schema.graphql";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset=(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public void handle(RoutingContext request) {
        Optional<HttpRefusal> refusal = refusal(request);
        if (refusal.isPresent()) {
            refusal.get().answer(request);
        } else {
            if (isForTheApi(request)) {
                tellEngineHowToAnswer(request);
            } else if (GraphQLUpgrade.isAsked(request)) {
                GraphQLUpgrade.settle(request);
            }
            request.next();
        }
    }

    /** Whether this is a request with a body to the API, no WebSocket. */
    static boolean isForTheApi(RoutingContext request) {
        return request.normalizedPath().equals(PATH) && !GraphQLUpgrade.isAsked(request);
    }

    private static Optional<HttpRefusal> refusal(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals(PATH)) {
            return GraphQLUpgrade.isAsked(request) ? GraphQLUpgrade.refusal(request) : apiRefusal(request);
        }
        if (path.equals(SCHEMA_PATH)) {
            return READING.contains(request.request().method())
                    ? Optional.empty()
                    : Optional.of(wrongMethod("The schema is read with GET.", "GET, HEAD"));
        }
        return path.toLowerCase(Locale.ROOT).startsWith(PATH + "/")
                ? Optional.of(new HttpRefusal(404, "not-found", "The API is at " + PATH + "."))
                : Optional.empty();
    }

    private static Optional<HttpRefusal> apiRefusal(RoutingContext request) {
        if (request.request().method() != HttpMethod.POST) {
            return Optional.of(wrongMethod("The API takes POST only.", "POST"));
        }
        List<String> types = request.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !JSON.matcher(types.get(0).trim()).matches()) {
            return Optional.of(new HttpRefusal(
                            415,
                            "unsupported-media-type",
                            "The API takes JSON only. Send it with Content-Type: application/json.")
                    .with("Accept-Post", "application/json"));
        }
        return AnswerType.wantedBy(request.request()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new HttpRefusal(
                                406,
                                "not-acceptable",
                                "The API answers in application/json or application/graphql-response+json. Accept one of them."));
    }

    private static HttpRefusal wrongMethod(String message, String allowed) {
        return new HttpRefusal(405, "method-not-allowed", message).with("Allow", allowed);
    }

    /** SmallRye answers with what stands in {@code Accept}, letter for letter, so what stands there is one of ours. */
    private static void tellEngineHowToAnswer(RoutingContext request) {
        AnswerType type = AnswerType.of(request.request());
        request.request().headers().set(HttpHeaders.ACCEPT, type.contentType());
        GraphQLAnswer.watch(request, type);
    }
}
