package dev.cordon.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * The media type of an answer, chosen from the {@code Accept} header.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types">GraphQL over HTTP, media types</a>
 */
enum AnswerType {
    /** Any well-formed request is answered with 200, whatever became of it. */
    JSON("application/json"),
    /** The status says whether the request was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json");

    private final String mediaType;

    AnswerType(String mediaType) {
        this.mediaType = mediaType;
    }

    String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** The type a client likes best; JSON if it is all the same. Empty if it takes neither. */
    static Optional<AnswerType> wantedBy(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        AcceptedTypes types = AcceptedTypes.parse(String.join(",", accepted));
        float json = types.weightOf(JSON.mediaType);
        float graphqlResponse = types.weightOf(GRAPHQL_RESPONSE.mediaType);
        if (json <= 0 && graphqlResponse <= 0) {
            return Optional.empty();
        }
        boolean asksForIt = types.name(GRAPHQL_RESPONSE.mediaType);
        return Optional.of(graphqlResponse > json || asksForIt && graphqlResponse == json ? GRAPHQL_RESPONSE : JSON);
    }

    /** The type of an error; JSON for a client that takes neither, which can still be told why. */
    static AnswerType of(HttpServerRequest request) {
        return wantedBy(request).orElse(JSON);
    }
}
