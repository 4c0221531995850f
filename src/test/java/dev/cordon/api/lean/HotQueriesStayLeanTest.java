package dev.cordon.api.lean;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked all the time must not fall back to the engine: a field that is not plain would make it ten times as dear. */
@QuarkusTest
class HotQueriesStayLeanTest {
    private static final String CHILDREN =
            "scores { overallScore severity vector scoredAt } milestones { key name state dueAt startedAt stoppedAt }";

    private AnIncident incident;

    @BeforeEach
    void anIncident() {
        assumeTrue(LeanPath.isOn(), "cordon.lean-path is off");
        incident = AnIncident.reported()
                .hoursAgo(30)
                .open()
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL)
                .then("addNote", "body", "The length is not checked");
    }

    @Test
    void incidentWithScoresAndMilestones() {
        seesNoneLeft(
                "query($r: String!) { incident(reference: $r) { reference title status severity " + CHILDREN + " } }");
    }

    @Test
    void queueWithChildren() {
        seesNoneLeft("{ incidents(first: 50) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node"
                + " { reference title lead { handle } nextDueAt overdue " + CHILDREN + " } } } }");
    }

    @Test
    void milestonesAcrossIncidents() {
        seesNoneLeft("{ milestones(first: 50) { nodes { id key reference title state dueAt lead { handle name } } } }");
    }

    @Test
    void pageOfATimeline() {
        seesNoneLeft("query($r: String!) { incident(reference: $r) { reference timeline(first: 50)"
                + " { pageInfo { hasNextPage endCursor } nodes { id sequence kind at actor { name } summary } } } }");
    }

    @Test
    void whatAMutationAnswers() {
        Engines.seesNoneLeft(() -> MAYA.mutate(
                        "addNote",
                        Map.of("reference", incident.reference(), "body", "Again"),
                        "reference version " + CHILDREN)
                .succeeds());
    }

    @Test
    void queueOfTheConsole() throws IOException {
        String queue = ConsoleDocuments.of("pages/queue-page.js", "QUEUE");

        for (boolean more : new boolean[] {false, true}) {
            Engines.seesNoneLeft(() -> MAYA.send(queue, "more", more).succeeds());
        }
    }

    @Test
    void incidentOfTheConsole() throws IOException {
        String read = ConsoleDocuments.of("pages/incident-page.js", "READ");

        Engines.seesNoneLeft(
                () -> MAYA.send(read, "reference", incident.reference()).succeeds());
    }

    @Test
    void askedForTheSchemaTheEngineAnswers() {
        long left = Completion.LEFT_TO_ENGINE.sum();

        MAYA.send("{ __schema { queryType { name } } }").succeeds();

        assertThat(Completion.LEFT_TO_ENGINE.sum()).isGreaterThan(left);
    }

    private void seesNoneLeft(String document) {
        Engines.seesNoneLeft(
                () -> MAYA.send(document, "r", incident.reference()).succeeds());
    }
}
