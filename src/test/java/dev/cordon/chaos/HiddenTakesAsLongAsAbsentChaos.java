package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.count;
import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** No clock tells a hidden incident from an absent one (R2). */
@TestInstance(Lifecycle.PER_CLASS)
class HiddenTakesAsLongAsAbsentChaos {
    private static final double MOST_MILLISECONDS = 1;
    private static final int WARM_UP = 300;
    private static final String QUERY = "query($input: String!) { incident(reference: $input) { reference title } }";

    private final Random random = new Random(Chaos.seed());
    private final ExternalDatabase database = ExternalDatabase.create("timing");
    private final PackagedCordon cordon = Chaos.cordon(database);
    private List<String> hidden = List.of();
    private List<String> absent = List.of();
    private Caller outsider = Caller.NOBODY;

    @BeforeAll
    void incidentsThatTheOutsiderMayNotSee() {
        cordon.start();
        People people = new People(database);
        outsider = people.add("outsider", Role.RESPONDER);
        hidden = References.hidden(cordon, people.add("maya", Role.COMMITTEE));
        absent = References.absent(database, random, hidden.size());
    }

    @AfterAll
    void stop() {
        cordon.close();
    }

    @Test
    void aQuery() throws IOException {
        compare("incident", reference -> Caller.body(QUERY, Map.of("input", reference)));
    }

    @Test
    void aMutation() throws IOException {
        String document = Caller.mutation("addNote", "reference title");
        compare(
                "addNote",
                reference -> Caller.body(document, Map.of("input", Map.of("reference", reference, "body", "?"))));
    }

    private void compare(String operation, Request request) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            millisecondsOf(request, hidden);
            millisecondsOf(request, absent);
        }
        double[] differences = new double[count("pairs", 2_000)];
        double[] absents = new double[differences.length];
        for (int i = 0; i < differences.length; i++) {
            boolean hiddenFirst = random.nextBoolean();
            double first = millisecondsOf(request, hiddenFirst ? hidden : absent);
            double second = millisecondsOf(request, hiddenFirst ? absent : hidden);
            absents[i] = hiddenFirst ? second : first;
            differences[i] = hiddenFirst ? first - second : second - first;
        }
        report(operation, median(differences), median(absents));
    }

    private static void report(String operation, double difference, double absent) {
        say(
                "%s: hidden differs from absent by %+.3f ms in the median; absent takes %.3f ms",
                operation, difference, absent);
        assertThat(Math.abs(difference)).as(operation).isLessThan(MOST_MILLISECONDS);
    }

    private double millisecondsOf(Request request, List<String> references) throws IOException {
        String body = request.about(references.get(random.nextInt(references.size())));
        long start = System.nanoTime();
        String answer = outsider.post(cordon, body, Map.of()).body();
        long end = System.nanoTime();
        assertThat(answer).contains("incident-not-found");
        return (end - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @FunctionalInterface
    private interface Request {
        String about(String reference);
    }
}
