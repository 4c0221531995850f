package dev.cordon.api.lean;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static dev.cordon.testing.GraphQL.TOMAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The lean path is only faster: requests drawn over the whole schema, good and bad, get the same bytes with it and without.
 * {@code -Dcordon.lean.documents=5000} draws more of them.
 */
@QuarkusTest
class LeanAndEngineAnswerAlikeTest {
    private static final int DOCUMENTS = Integer.getInteger("cordon.lean.documents", 300);
    private static final long SEED = Long.getLong("cordon.lean.seed", 20261130);
    private static final List<GraphQL> CALLERS =
            List.of(MAYA, MAYA, MAYA, MAYA, MAYA, MAYA, MAYA, MAYA, JONAS, INES, TOMAS, OLGA, NOBODY);

    @Inject
    GraphQLSchema schema;

    @Inject
    MovedTime time;

    private final List<String> references = new ArrayList<>(List.of("INC-000000", "nonsense"));

    @BeforeEach
    void incidentsInSeveralStates() {
        assumeTrue(LeanPath.isOn(), "cordon.lean-path is off");
        for (int i = 0; i < 6; i++) {
            AnIncident incident = AnIncident.reported().hoursAgo(i * 50L).open();
            incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL)
                    .then("addNote", "body", "Note \"" + i + "\"\t\u00e9");
            references.add(incident.reference());
        }
        time.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void drawnDocumentsGetTheSameBytes() {
        Random random = new Random(SEED);
        Tally tally = new Tally();
        long lean = Completion.LEAN.sum();
        for (int i = 0; i < DOCUMENTS; i++) {
            Map<String, Object> request = new DrawnDocument(schema, references, random).request();
            GraphQL caller = CALLERS.get(random.nextInt(CALLERS.size()));
            compare(caller.repeatably(UUID.randomUUID().toString()), request, tally);
        }
        System.out.printf("[lean] %s, seed %d%n", tally, SEED);
        assertThat(tally.differ).isEmpty();
        assertThat(tally.unsteady).as("answers that change by themselves").isLessThan(DOCUMENTS / 10);
        assertThat(tally.data).as("answers with data").isGreaterThan(DOCUMENTS / 4);
        assertThat(tally.errors).as("answers with errors").isGreaterThan(DOCUMENTS / 10);
        assertThat(Completion.LEAN.sum() - lean).as("lean objects").isGreaterThan(DOCUMENTS / 4);
    }

    /** The engine is asked before and after: what differs then changes by itself, such as the audit log by being read. */
    private static void compare(GraphQL caller, Map<String, Object> request, Tally tally) {
        String before = Engines.withEngine(() -> answer(caller, request));
        String lean = answer(caller, request);
        String after = Engines.withEngine(() -> answer(caller, request));
        tally.data += lean.contains("\"data\":{") ? 1 : 0;
        tally.errors += lean.contains("\"errors\"") ? 1 : 0;
        if (!before.equals(after)) {
            tally.unsteady++;
        } else if (!lean.equals(before) && differsAgain(caller, request)) {
            tally.differ.add(request + "\nengine: " + before + "\nlean:   " + lean);
        }
    }

    /** Two fields of a request run side by side: which error comes first is chance. */
    private static boolean differsAgain(GraphQL caller, Map<String, Object> request) {
        for (int i = 0; i < 3; i++) {
            String engine = Engines.withEngine(() -> answer(caller, request));
            if (engine.equals(answer(caller, request))) {
                return false;
            }
        }
        return true;
    }

    private static String answer(GraphQL caller, Map<String, Object> request) {
        Response answer = caller.post(request);
        return answer.statusCode() + " " + answer.contentType() + " "
                + answer.asString().replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private static final class Tally {
        private final List<String> differ = new ArrayList<>();
        private int data;
        private int errors;
        private int unsteady;

        @Override
        public String toString() {
            return DOCUMENTS + " documents: " + data + " with data, " + errors + " with errors, " + unsteady
                    + " unsteady, " + differ.size() + " differ";
        }
    }
}
