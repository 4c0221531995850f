package dev.cordon.chaos;

import dev.cordon.access.Secret;
import dev.cordon.testing.PackagedCordon;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody who sends GraphQL to a running Cordon, by a token, a link, the cookie of a session or as nobody. */
public record Caller(String name, String credential) {
    static final Caller NOBODY = new Caller("nobody", "");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    HttpResponse<String> send(PackagedCordon cordon, String document, Map<String, ?> variables) throws IOException {
        return post(cordon, body(document, variables), Map.of());
    }

    /** Sends this body with these headers besides; answers whatever comes back. */
    HttpResponse<String> post(PackagedCordon cordon, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cordon.at("/graphql"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (credential.startsWith(Secret.SESSION)) {
            request.header("Cookie", "cordon-session=" + credential);
        } else if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The data of the answer to a request that must succeed. */
    public JsonObject ask(PackagedCordon cordon, String document, Map<String, ?> variables) {
        return succeed(cordon, body(document, variables));
    }

    /** The same of this body. */
    public JsonObject succeed(PackagedCordon cordon, String body) {
        try {
            String answer = post(cordon, body, Map.of()).body();
            JsonObject json = parse(answer);
            if (json.containsKey("errors") || !json.containsKey("data")) {
                throw new AssertionError(name + " was refused: " + answer + " for " + body);
            }
            return json.getJsonObject("data");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A mutation of one input that must succeed; answers the field. */
    public JsonObject mutate(PackagedCordon cordon, String mutation, Map<String, ?> input, String fields) {
        return ask(cordon, mutation(mutation, fields), Map.of("input", input)).getJsonObject("it");
    }

    public static String mutation(String mutation, String fields) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return "mutation($input: " + type + ") { it: " + mutation + "(input: $input) { " + fields + " } }";
    }

    public static String body(String document, Map<String, ?> variables) {
        return Json.createObjectBuilder(Map.of("query", document, "variables", variables))
                .build()
                .toString();
    }

    public static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
