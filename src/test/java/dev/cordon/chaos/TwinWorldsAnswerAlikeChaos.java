package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two worlds are the same but for incidents hidden in one of them: the same requests of people who may not see those get
 * the same bytes in both, whatever is asked (R2, R3).
 */
class TwinWorldsAnswerAlikeChaos {
    private static final String EVERYTHING =
            "{ incidents(first: 3) { totalCount edges { cursor } } milestones(first: 3) { totalCount edges { cursor } }"
                    + " breaches(first: 3) { totalCount edges { cursor } } }";

    private final Random random = new Random(Chaos.seed());
    private final World world = new World();
    private final ExternalDatabase more = world.database.copy("world_with_hidden");
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void whateverIsAsked() throws IOException {
        try (PackagedCordon without = Chaos.cordon(world.database).start();
                PackagedCordon with = Chaos.cordon(more).start()) {
            List<String> hidden = References.hidden(with, world.maya);
            Twins twins = new Twins(without, with, new Mask(now(), known()), new Mask(now(), known()));
            Drawing drawing = drawing(without, hidden);

            for (int i = 0; i < count("twins", 2_000); i++) {
                compare(twins, caller(), drawing.request(random));
            }

            say("answers in both worlds: %s", outcomes);
            assertThat(differences.stream().limit(10))
                    .as("%d differences", differences.size())
                    .isEmpty();
            assertThat(EVERYTHING).satisfies(query -> reachesTheHidden(twins, query));
        }
    }

    /** Otherwise the comparison would show nothing: somebody who may see them gets other answers. */
    private void reachesTheHidden(Twins twins, String query) throws IOException {
        String body = Caller.body(query, Map.of());
        assertThat(twins.second(world.maya, body)).contains("\"data\"").isNotEqualTo(twins.first(world.maya, body));
    }

    private Drawing drawing(PackagedCordon without, List<String> hidden) {
        Schema schema = Schema.of(without);
        List<String> references = new ArrayList<>(hidden.subList(0, Math.min(hidden.size(), 60)));
        references.addAll(References.absent(more, random, 10));
        for (int i = 0; i < 10; i++) {
            references.addAll(world.references);
        }
        List<String> handles = List.of("maya", "outsider", "vendor", "reporter", "nobody-at-all");
        return new Drawing(schema, new SensibleValues(schema, references, handles, cursors(without)));
    }

    /** Places in the lists as the outsider sees them. */
    private List<String> cursors(PackagedCordon without) {
        List<String> cursors = new ArrayList<>();
        world.outsider
                .ask(without, EVERYTHING, Map.of())
                .values()
                .forEach(list -> list.asJsonObject()
                        .getJsonArray("edges")
                        .forEach(edge ->
                                cursors.add(((JsonString) edge.asJsonObject().get("cursor")).getString())));
        return cursors;
    }

    private Caller caller() {
        return List.of(world.outsider, world.vendor, world.reporter, Caller.NOBODY)
                .get(random.nextInt(4));
    }

    private void compare(Twins twins, Caller caller, String body) throws IOException {
        // Who opens an incident and then sees it would find its deadlines, some due at once, in the order of random
        // ids.
        Caller who = caller == world.outsider && body.contains("reportVulnerability") ? world.reporter : caller;
        String first = twins.first(who, body);
        String second = twins.second(who, body);
        outcomes.merge(outcome(first), 1, Integer::sum);
        if (!first.equals(second)) {
            differences.add("%s sent %s%n  without: %s%n  with:    %s".formatted(who.name(), body, first, second));
        }
    }

    private static String outcome(String answer) {
        int code = answer.indexOf("\"code\":\"");
        return code < 0 ? "answered" : answer.substring(code + 8, answer.indexOf('"', code + 8));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(more.values("select reference as value from incident_reference"));
        for (String table : List.of("person", "score", "fact", "milestone", "breach", "note", "timeline_event")) {
            known.addAll(more.values("select id::text as value from " + table));
        }
        return known;
    }

    /** Both worlds, each with its mask. */
    private record Twins(PackagedCordon without, PackagedCordon with, Mask its, Mask other) {
        String first(Caller who, String body) throws IOException {
            return bytes(who.post(without, body, Map.of()), its);
        }

        String second(Caller who, String body) throws IOException {
            return bytes(who.post(with, body, Map.of()), other);
        }

        private static String bytes(HttpResponse<String> answer, Mask mask) {
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            // Times end in as many digits as they need.
            headers.keySet().removeAll(List.of("date", "content-length"));
            return answer.statusCode() + " " + mask.over(headers.toString()) + " " + mask.over(answer.body());
        }
    }
}
