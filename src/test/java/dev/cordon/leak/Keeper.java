package dev.cordon.leak;

import dev.cordon.samples.MovedTime;
import dev.cordon.samples.SampleSignIn;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** The committee member who plants the incidents over the API, each step at an instant of its own. */
final class Keeper {
    private static final Duration STEP = Duration.ofMillis(1_007);

    private final Client client;
    private final String handle;
    private final MovedTime time;
    private Instant clock = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

    Keeper(Client client, String handle, MovedTime time) {
        this.client = client;
        this.handle = handle;
        this.time = time;
    }

    /** The next instant, which is then that of every transaction. */
    Instant tick() {
        clock = clock.plus(STEP);
        time.setTo(clock);
        return clock;
    }

    /** Does a mutation that must succeed and answers what was asked for. */
    JsonPath does(String mutation, Map<String, ?> input, String fields) {
        tick();
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        Answer answer = client.send(
                Map.of(SampleSignIn.HEADER, handle),
                "mutation($input: " + type + ") { it: " + mutation + "(input: $input) { " + fields + " } }",
                Map.of("input", input));
        JsonPath json = JsonPath.from(answer.body());
        if (json.get("errors") != null) {
            throw new AssertionError(mutation + " was refused: " + answer.body());
        }
        return json.setRootPath("data.it");
    }

    /** Changes an incident that must let it happen; input as name, value, name, value… */
    JsonPath changes(String reference, String mutation, Object... named) {
        Map<String, Object> input = input(named);
        input.put("reference", reference);
        return does(mutation, input, "facts { id kind } breaches { id }");
    }

    static Map<String, Object> input(Object... named) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            input.put((String) named[i], named[i + 1]);
        }
        return input;
    }
}
