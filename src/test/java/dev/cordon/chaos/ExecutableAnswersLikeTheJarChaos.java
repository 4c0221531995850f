package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The jar and the native executable answer the same requests with the same bytes, each on a copy of one database: those of
 * {@code native/requests.txt}, and some drawn over the whole schema. Run by {@code -Dnative}.
 */
@EnabledIfSystemProperty(named = Program.EXECUTABLE_SETTING, matches = ".+")
class ExecutableAnswersLikeTheJarChaos {
    /**
     * Times end in as many digits as they need; what the console's pages differ in is their content, not its length; a file was last changed
     * when the process first read it.
     */
    private static final Set<String> VARYING = Set.of("date", "content-length", "last-modified");

    private static final List<String> MAKING_DEADLINES =
            List.of("reportVulnerability(", "importHistory(", "addPolicy(", "rebasePolicy(", "agreeReporterDeadline(");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Random random = new Random(Chaos.seed());
    private final World world = new World();
    private final ExternalDatabase copy = world.database.copy("world_of_the_executable");
    private final List<RecordedRequest> recorded = RecordedRequest.all(world.references);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void whateverIsAsked() {
        Instant parting = now();
        try (PackagedCordon jar = start(world.database, Program.JAR);
                PackagedCordon executable = start(copy, Program.EXECUTABLE)) {
            Side first = new Side(jar, new Mask(parting, known()));
            Side second = new Side(executable, new Mask(parting, known()));

            // Reading first: what was made since has ids of its own in each, and lists put what is due at once in their
            // order.
            List<RecordedRequest> drawn = drawn(jar);
            Stream.of(chosen(drawn, "query"), recorded, chosen(drawn, "mutation"))
                    .flatMap(List::stream)
                    .forEach(request -> compare(request, first, second));

            say("answers of both: %s", outcomes);
            assertThat(differences.stream().limit(10))
                    .as("%d differences", differences.size())
                    .isEmpty();
        }
    }

    @Test
    void theRecordingAsksEveryQuery() {
        String bodies = recorded.stream().map(RecordedRequest::body).collect(Collectors.joining());
        try (PackagedCordon jar = start(world.database, Program.JAR)) {
            assertThat(Schema.of(jar).queries().stream().map(query -> query.getString("name")))
                    .filteredOn(query -> !bodies.contains(query))
                    .isEmpty();
        }
    }

    private static PackagedCordon start(ExternalDatabase database, Program program) {
        return Chaos.withoutBudgets(PackagedCordon.on(database, program))
                .with("CORDON_SWEEP_EVERY", "1h")
                .start();
    }

    private List<RecordedRequest> drawn(PackagedCordon cordon) {
        Schema schema = Schema.of(cordon);
        List<String> handles = List.of("maya", "outsider", "vendor", "reporter");
        Drawing drawing =
                new Drawing(schema, new SensibleValues(schema, world.references, handles, List.of("nowhere")));
        List<RecordedRequest> requests = new ArrayList<>();
        for (int i = 0; i < count("requests", 1_000); i++) {
            String who = handles.get(random.nextInt(handles.size()));
            requests.add(RecordedRequest.ofGraphQL(who, drawing.request(random)));
        }
        return requests;
    }

    /** Those of this kind, without what makes deadlines. */
    private static List<RecordedRequest> chosen(List<RecordedRequest> drawn, String kind) {
        return drawn.stream()
                .filter(request -> request.body().startsWith("{\"query\":\"" + kind))
                .filter(request -> MAKING_DEADLINES.stream().noneMatch(request.body()::contains))
                .toList();
    }

    private void compare(RecordedRequest request, Side first, Side second) {
        Caller caller = callers().getOrDefault(request.who(), Caller.NOBODY);
        String its = first.answer(request, caller);
        String other = second.answer(request, caller);
        outcomes.merge(its.substring(0, 3), 1, Integer::sum);
        if (!its.equals(other)) {
            differences.add("%s%n  jar:        %s%n  executable: %s".formatted(request, its, other));
        }
    }

    private Map<String, Caller> callers() {
        return List.of(world.maya, world.outsider, world.vendor, world.reporter).stream()
                .collect(Collectors.toMap(Caller::name, Function.identity()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(world.references);
        for (String table : List.of("person", "score", "fact", "milestone", "breach", "note", "timeline_event")) {
            known.addAll(copy.values("select id::text as value from " + table));
        }
        return known;
    }

    /** One of the two, and what to hide of its answers. */
    private record Side(PackagedCordon cordon, Mask mask) {
        String answer(RecordedRequest request, Caller caller) {
            try {
                HttpResponse<String> answer =
                        CLIENT.send(request.to(cordon.at(request.path()), caller), BodyHandlers.ofString());
                Map<String, List<String>> headers =
                        new TreeMap<>(answer.headers().map());
                headers.keySet().removeAll(VARYING);
                String body = request.body().contains("__schema") ? inOrder(answer.body()) : answer.body();
                return answer.statusCode() + " " + mask.over(headers.toString()) + " " + mask.over(body);
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(request + "\n" + cordon.log(), failure);
            }
        }

        /** A schema with its parts by name: the operations stand in another order in every build. */
        private static String inOrder(String answer) {
            return inOrder(Caller.parse(answer)).toString();
        }

        private static JsonValue inOrder(JsonValue value) {
            if (value instanceof JsonArray array) {
                return Json.createArrayBuilder(array.stream()
                                .map(Side::inOrder)
                                .sorted(Comparator.comparing(JsonValue::toString))
                                .toList())
                        .build();
            }
            if (value instanceof JsonObject object) {
                Map<String, JsonValue> sorted = new TreeMap<>();
                object.forEach((name, part) -> sorted.put(name, inOrder(part)));
                return Json.createObjectBuilder(new TreeMap<String, Object>(sorted))
                        .build();
            }
            return value;
        }
    }
}
