package dev.cordon.access;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing a viewer gets is computed over rows they may not see: adding a hidden incident changes no byte of it (R3). */
@QuarkusTest
class HiddenChangesNothingTest {
    private static final String PAGE = " { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
            + " edges { cursor node { reference title } } } }";
    private static final List<String> ORDERS = List.of("NEXT_DUE", "SEVERITY", "AGE", "UPDATED");
    private static final List<String> FILTERS = List.of(
            "",
            "statuses: [REPORTED]",
            "phases: [TRIAGE]",
            "severities: [CRITICAL]",
            "lead: \"maya\"",
            "milestone: \"respond\"",
            "milestoneStates: [BREACHED]",
            "atRisk: false",
            "overdue: true",
            "waitingOn: [REPORTER]",
            "policy: \"kubernetes-2017\"",
            "mine: false");

    @Inject
    MovedTime time;

    /** In the title of every incident of this test. */
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 13);

    /** A week nobody else's deadlines lie in. */
    private final Instant received =
            Instant.parse("1990-01-01T00:00:00Z").plus(Duration.ofMinutes(new Random().nextInt(5_000_000)));

    @BeforeEach
    void twoIncidentsEverybodyOfTheCommitteeSees() {
        // "Overdue" and "at risk" must not change because time passes between two answers.
        time.setTo(Instant.now());
        atWork(0);
        atWork(2);
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void noListOfIncidents() {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < FILTERS.size(); i++) {
            addPages(ORDERS.get(i % ORDERS.size()), FILTERS.get(i), queries);
        }
        ORDERS.forEach(order -> addPages(order, "", queries));
        queries.add("{ incidents(first: 1)" + PAGE);
        queries.add("{ incidents(first: 1, filter: {overdue: true})" + PAGE);
        assertUnchanged(queries);
    }

    private void addPages(String order, String filter, List<String> queries) {
        String list = "orderBy: " + order + ", filter: {text: \"" + word + "\" " + filter + "})" + PAGE;
        queries.add("{ incidents(first: 1, " + list);
        queries.add("{ incidents(last: 1, " + list);
        queries.add("{ incidents(first: 2, descending: true, " + list);
    }

    @Test
    void noPageBehindACursor() {
        List<String> queries = new ArrayList<>();
        for (String order : ORDERS) {
            String list = "orderBy: " + order + ", filter: {text: \"" + word + "\"}";
            List<String> cursors =
                    JONAS.send("{ incidents(first: 2, " + list + ")" + PAGE).get("incidents.edges.cursor");
            queries.add("{ incidents(first: 1, after: \"" + cursors.get(0) + "\", " + list + ")" + PAGE);
            queries.add("{ incidents(first: 1, after: \"" + cursors.get(1) + "\", " + list + ")" + PAGE);
            queries.add("{ incidents(last: 1, before: \"" + cursors.get(1) + "\", " + list + ")" + PAGE);
        }
        assertUnchanged(queries);
    }

    @Test
    void noListOfMilestonesOrBreaches() {
        String from = received.toString();
        String until = received.plus(Duration.ofDays(8)).toString();
        List<String> queries = new ArrayList<>();
        for (String its : List.of("", "lead: \"maya\"", "policy: \"kubernetes-2017\"")) {
            for (String page : List.of("first: 1", "first: 8", "first: 100", "last: 1")) {
                String due = "dueFrom: \"" + from + "\", dueBefore: \"" + until + "\" ";
                queries.add("{ milestones(" + page + ", filter: {" + due + its + "})" + PAGE);
                queries.add("{ milestones(" + page + ", filter: {" + due + its + " states: [BREACHED]})" + PAGE);
                String missed = "from: \"" + from + "\", before: \"" + until + "\" ";
                queries.add("{ breaches(" + page + ", filter: {" + missed + its + "})" + PAGE);
                queries.add("{ breaches(" + page + ", filter: {" + missed + its + " explained: false})" + PAGE);
            }
        }
        assertUnchanged(queries);
    }

    /** Jonas's answers are the same after Maya added a restricted incident; hers are not, so the queries do reach it. */
    private void assertUnchanged(List<String> queries) {
        Map<String, String> before = answers(JONAS, queries);
        Map<String, String> mayasBefore = answers(MAYA, queries);

        AnIncident hidden = atWork(1).then("restrictIncident", "restricted", true);

        assertThat(answers(JONAS, queries)).isEqualTo(before);
        Map<String, String> mayas = answers(MAYA, queries);
        // She leads them all, so what is not hers does not change for her.
        assertThat(queries)
                .filteredOn(query -> !query.contains("mine: false"))
                .allSatisfy(query -> assertThat(mayas.get(query))
                        .as("what somebody sees who was added: " + query)
                        .isNotEqualTo(mayasBefore.get(query)));
        assertThat(mayas.toString()).contains(hidden.reference());
    }

    /** An incident that every filter above lets through, its deadlines between those of the others. */
    private AnIncident atWork(int hoursLater) {
        return AnIncident.reported()
                .titled("A " + word)
                .receivedAt(received.plus(Duration.ofHours(hoursLater)))
                .open()
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL)
                .then("waitOn", "on", "REPORTER")
                .then("offerLead", "person", "maya")
                .then("acknowledgeLead");
    }

    private static Map<String, String> answers(GraphQL who, List<String> queries) {
        Map<String, String> answers = new LinkedHashMap<>();
        queries.forEach(query ->
                answers.put(query, who.send(query).succeeds().response().asString()));
        return answers;
    }
}
