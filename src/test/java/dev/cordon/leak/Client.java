package dev.cordon.leak;

import dev.cordon.testing.LiveSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends requests and keeps every byte that comes back; the one place that knows where the server listens. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Config config = ConfigProvider.getConfig();

    Answer send(Map<String, String> headers, String document, Map<String, ?> variables) {
        return document.startsWith("subscription")
                ? subscribe(headers, document, variables)
                : post(headers, document, variables);
    }

    /** The first thing a subscription is told, in the form of an answer; the code of the socket if it is none. */
    private Answer subscribe(Map<String, String> headers, String document, Map<String, ?> variables) {
        URI api = URI.create(api());
        Map<String, String> browser = new HashMap<>(headers);
        browser.put("Origin", api.getScheme() + "://localhost:" + api.getPort());
        LiveSocket socket = LiveSocket.connect(api.getPort(), browser, LiveSocket.PROTOCOL);
        try {
            JsonObject told = socket.firstOf(document, new JsonObject(new HashMap<>(variables)));
            boolean event = "next".equals(told.getString("type"));
            JsonObject body = event ? told.getJsonObject("payload") : JsonObject.of("errors", told.getValue("payload"));
            return new Answer(200, Map.of(), body.encode());
        } catch (LiveSocket.ClosedException closed) {
            return new Answer(closed.code(), Map.of(), "");
        } finally {
            socket.leave();
        }
    }

    private Answer post(Map<String, String> headers, String document, Map<String, ?> variables) {
        String body = new JsonObject()
                .put("query", document)
                .put("variables", variables)
                .encode();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return answer(request.build());
    }

    /** A page for operators, such as {@code metrics}. */
    Answer operators(String page) {
        return answer(
                HttpRequest.newBuilder(URI.create(management() + "/q/" + page)).build());
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), new TreeMap<>(response.headers().map()), response.body());
        } catch (IOException failure) {
            throw new AssertionError("No answer", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stop);
        }
    }

    private String api() {
        return config.getValue("test.url", String.class);
    }

    private String management() {
        return "http://localhost:" + config.getValue("quarkus.management.test-port", Integer.class);
    }
}
