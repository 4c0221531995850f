package dev.cordon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the answers of two programs to be equal before anybody takes their time. */
final class Answers {
    /** Of an incident that each has made for itself. */
    private static final Set<String> OWN = Set.of("reference", "id", "nextDueAt", "dueAt", "startedAt", "scoredAt");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int ENOUGH = 50;

    private Answers() {}

    static void mustBeEqual(Programme programme, Operation operation, Peer first, Peer second) {
        List<String> bodies = operation.bodies(programme);
        for (String body : bodies.subList(0, Math.min(ENOUGH, bodies.size()))) {
            assertThat(answer(programme, operation, first, body))
                    .as("%s of %s and %s", operation, first.name(), second.name())
                    .isEqualTo(answer(programme, operation, second, body));
        }
    }

    /** Asks once. */
    static void mustBeGiven(Programme programme, Operation operation, Peer peer) {
        answer(programme, operation, peer, operation.bodies(programme).get(0));
    }

    private static Object answer(Programme programme, Operation operation, Peer peer, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + peer.port() + peer.path(operation)))
                .header("Content-Type", "application/json")
                .header("Authorization", peer.authorization(operation.caller(programme)))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
            JsonObject data = new JsonObject(answer).getJsonObject("data");
            assertThat(data).as(answer).isNotNull();
            return operation == Operation.REPORT ? withoutOwn(data) : data;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object withoutOwn(Object value) {
        if (value instanceof JsonObject object) {
            return object.stream()
                    .filter(field -> !OWN.contains(field.getKey()) && field.getValue() != null)
                    .collect(Collectors.toMap(field -> field.getKey(), field -> withoutOwn(field.getValue())));
        }
        return value instanceof JsonArray array
                ? array.stream().map(Answers::withoutOwn).toList()
                : value;
    }
}
