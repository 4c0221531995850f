package dev.cordon.door;

import io.quarkus.jsonp.JsonProviderHolder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/**
 * Why a request is not let on: an HTTP status, a code in kebab case and a message with the remedy. It is answered in the
 * form of a GraphQL error, so that a client has one kind of error to read.
 *
 * @param headers further headers of the answer
 */
record HttpRefusal(int status, String code, String message, Map<String, String> headers) {
    HttpRefusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    HttpRefusal with(String header, String value) {
        return new HttpRefusal(status, code, message, Map.of(header, value));
    }

    /** Answers, and lets what the client still sends come to nothing, so that it can read the answer. */
    void answer(RoutingContext request) {
        HttpServerResponse response = request.response();
        headers.forEach(response::putHeader);
        response.putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        AnswerType.of(request.request()).contentType())
                .setStatusCode(status)
                .end(body(JsonProviderHolder.jsonProvider()));
        UnreadBody.discard(request);
    }

    private String body(JsonProvider json) {
        JsonObjectBuilder extensions = json.createObjectBuilder().add("code", code);
        JsonObjectBuilder error =
                json.createObjectBuilder().add("message", message).add("extensions", extensions);
        return json.createObjectBuilder()
                .add("errors", json.createArrayBuilder().add(error))
                .build()
                .toString();
    }
}
