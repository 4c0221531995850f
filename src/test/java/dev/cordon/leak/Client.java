package dev.cordon.leak;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
