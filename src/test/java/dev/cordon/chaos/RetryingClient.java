package dev.cordon.chaos;

import dev.cordon.testing.PackagedCordon;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Sends mutations to a Cordon that is killed all the time: each with an Idempotency-Key of its own, and again with the same
 * one until it is answered. Then it knows what was done.
 */
final class RetryingClient implements Callable<List<Effect>> {
    /** Says that a request with this key is still running, or that the incident is held by another one. */
    private static final Set<String> TRY_AGAIN =
            Set.of("request-in-progress", "incident-busy", "database-unavailable", "too-many-requests");

    private static final List<String> MUTATIONS =
            List.of("reportVulnerability", "addNote", "recordFact", "scoreIncident", "addNote", "recordFact");
    private static final List<String> FACTS = List.of("VENDOR_CONTACTED", "RESPONDED_TO_REPORTER", "EXPLOIT_PUBLISHED");
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";

    private final Uptime uptime;
    private final Caller caller;
    private final Random random;
    private final List<Effect> known = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private volatile boolean enough;

    /** @param shared an incident that other clients change too */
    RetryingClient(Uptime uptime, Caller caller, String shared, Random random) {
        this.uptime = uptime;
        this.caller = caller;
        this.random = random;
        references.add(shared);
    }

    /** Brings the current mutation to its end, and sends no more. */
    void stop() {
        enough = true;
    }

    @Override
    public List<Effect> call() throws InterruptedException {
        while (!enough) {
            doOne(MUTATIONS.get(random.nextInt(MUTATIONS.size())));
        }
        return known;
    }

    private void doOne(String mutation) throws InterruptedException {
        String marker = "marker " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String body = Caller.body(Caller.mutation(mutation, "reference"), Map.of("input", input(mutation, marker)));
        String answer = sendUntilAnswered(body, key);
        if (random.nextInt(4) == 0) {
            mustBe(answer, sendUntilAnswered(body, key));
        }
        String reference =
                Caller.parse(answer).getJsonObject("data").getJsonObject("it").getString("reference");
        known.add(new Effect(mutation, marker, reference));
        if (mutation.equals("reportVulnerability")) {
            references.add(reference);
        }
    }

    private static void mustBe(String first, String again) {
        if (!first.equals(again)) {
            throw new AssertionError("Answered " + first + ", then for the same key " + again);
        }
    }

    private Map<String, Object> input(String mutation, String marker) {
        Map<String, Object> input = new HashMap<>();
        if (!mutation.equals("reportVulnerability")) {
            boolean shared = random.nextInt(3) == 0;
            input.put("reference", references.get(shared ? 0 : random.nextInt(references.size())));
        }
        switch (mutation) {
            case "scoreIncident" -> input.putAll(Map.of("vector", VECTOR, "rationale", marker));
            case "recordFact" -> input.putAll(Map.of("kind", FACTS.get(random.nextInt(FACTS.size())), "note", marker));
            default -> input.put("body", marker);
        }
        return input;
    }

    private String sendUntilAnswered(String body, String key) throws InterruptedException {
        while (true) {
            PackagedCordon cordon = uptime.cordon();
            try {
                HttpResponse<String> answer = caller.post(cordon, body, Map.of("Idempotency-Key", key));
                if (isFinal(answer)) {
                    uptime.answered();
                    return answer.body();
                }
            } catch (IOException killed) {
                // Nobody knows whether it was done: that is what the key is for.
                Thread.sleep(random.nextInt(20));
            }
        }
    }

    private static boolean isFinal(HttpResponse<String> answer) {
        if (answer.statusCode() == 503 || answer.statusCode() == 429) {
            return false;
        }
        JsonObject json = Caller.parse(answer.body());
        if (!json.containsKey("errors")) {
            return true;
        }
        JsonObject extensions = json.getJsonArray("errors").getJsonObject(0).getJsonObject("extensions");
        if (TRY_AGAIN.contains(extensions.getString("code", ""))) {
            return false;
        }
        throw new AssertionError("Refused: " + answer.body());
    }
}
