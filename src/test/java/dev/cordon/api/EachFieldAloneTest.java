package dev.cordon.api;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only the columns of what was asked for are read, so each field says by itself what it says among all. */
@QuarkusTest
class EachFieldAloneTest {
    private static final String ONE = "query($r: String!) { incident(reference: $r) { %s } }";
    private static final String MILESTONES =
            "query($r: String!) { incident(reference: $r) { reference milestones { %s } formerMilestones { %1$s } } }";
    private static final String PAGE =
            "query($r: String!) { incidents(first: 5, filter: {text: $r}) { nodes { %s } } }";
    private static final String ACROSS =
            "{ milestones(first: 50, filter: {states: [BREACHED, PAUSED, RUNNING]}) { nodes { %s } } }";

    @Inject
    GraphQLSchema schema;

    @Inject
    MovedTime time;

    private String reference = "";

    @BeforeEach
    void anIncidentThatHasMuch() {
        AnIncident incident = AnIncident.reported().hoursAgo(30).open();
        reference = incident.reference();
        incident.then("respondToReporter", "body", "Thank you.")
                .then("validateReport")
                .then("offerLead", "person", "jonas");
        incident.tried(JONAS, "acknowledgeLead").succeeds();
        incident.then("acceptIncident")
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL, "rationale", "Any peer")
                .then(
                        "describeIncident",
                        "cve",
                        "CVE-2026-0001",
                        "cwes",
                        List.of("CWE-444"),
                        "components",
                        List.of("proxy"))
                .then("offerLead", "person", "maya")
                .then(
                        "planRelease",
                        "at",
                        Instant.now()
                                .plus(9, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString())
                .then("waitOn", "on", "UPSTREAM");
        new AWaiver(incident).held("staff_fix_team", null);
        time.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void ofAnIncident() {
        Map<String, Object> all = eachIsAsAmongAll(ONE, "incident", "Incident");

        assertThat(all.values().stream().filter(value -> value != null && !value.equals(List.of())))
                .as("fields that say something")
                .hasSizeGreaterThan(28);
    }

    @Test
    void ofIncidentsInAPage() {
        eachIsAsAmongAll(PAGE, "incidents.nodes[0]", "Incident");
    }

    @Test
    void ofTheMilestonesOfAnIncident() {
        Map<String, Object> all = eachIsAsAmongAll(MILESTONES, "incident.milestones[1]", "Milestone");

        assertThat(AnIncident.of(reference).<List<String>>read("milestones { state }", "milestones.state"))
                .contains("MET_LATE", "WAIVED", "RUNNING", "PENDING");
        assertThat(all).containsEntry("reference", reference).containsKeys("title", "waiver", "lead");
        for (int i = 0; i < 7; i++) {
            eachIsAsAmongAll(MILESTONES, "incident.milestones[" + i + "]", "Milestone");
        }
    }

    @Test
    void ofAPausedMilestone() {
        AnIncident paused = AnIncident.reported()
                .following("kubernetes-current")
                .open()
                .then("waitOn", "on", "REPORTER", "note", "Asked for more");
        reference = paused.reference();

        List<String> states = paused.read("milestones { state }", "milestones.state");
        Map<String, Object> analyse =
                eachIsAsAmongAll(MILESTONES, "incident.milestones[" + states.indexOf("PAUSED") + "]", "Milestone");

        assertThat(analyse).containsEntry("state", "PAUSED");
    }

    @Test
    void ofTheScoresOfAnIncident() {
        eachIsAsAmongAll(
                "query($r: String!) { incident(reference: $r) { scores { %s } } }", "incident.scores[0]", "Score");
    }

    @Test
    void ofMilestonesAcrossIncidents() {
        eachIsAsAmongAll(ACROSS, "milestones.nodes[0]", "Milestone");
        eachIsAsAmongAll(ACROSS, "milestones.nodes[1]", "Milestone");
    }

    @Test
    void ofThePlaceInAList() {
        String list = "{ incidents(first: 2) { %s } }";
        Map<String, Object> all = MAYA.send(list.formatted("edges { cursor } pageInfo { startCursor endCursor }"))
                .get("incidents");

        for (String one : List.of("edges { cursor }", "pageInfo { startCursor }", "pageInfo { endCursor }")) {
            Map<String, Object> alone = MAYA.send(list.formatted(one)).get("incidents");
            assertThat(all.toString()).contains(leaf(alone));
        }
        assertThat(all.toString()).doesNotContain("null");
    }

    private Map<String, Object> eachIsAsAmongAll(String query, String path, String type) {
        List<GraphQLFieldDefinition> fields = schema.getObjectType(type).getFieldDefinitions().stream()
                .filter(field -> field.getArguments().isEmpty())
                .toList();
        Map<String, Object> all =
                ask(query, fields.stream().map(field -> selected(field, 0)).collect(Collectors.joining(" ")), path);
        assertThat(all).as(path).isNotNull();
        for (GraphQLFieldDefinition field : fields) {
            assertThat(ask(query, selected(field, 0), path).get(field.getName()))
                    .as(field.getName())
                    .isEqualTo(all.get(field.getName()));
        }
        return all;
    }

    private Map<String, Object> ask(String query, String fields, String path) {
        return MAYA.send(query.formatted(fields), "r", reference).get(path);
    }

    private static String leaf(Map<String, Object> answer) {
        String text = answer.toString();
        return text.substring(text.lastIndexOf('=') + 1).replaceAll("[\\]})]", "");
    }

    /** The field with what is plain below it, a few levels deep. */
    private static String selected(GraphQLFieldDefinition field, int depth) {
        GraphQLOutputType type = field.getType();
        GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
        if (!(bare instanceof GraphQLObjectType object)) {
            return field.getName();
        }
        String below = object.getFieldDefinitions().stream()
                .filter(each -> each.getArguments().isEmpty())
                .filter(each -> depth == 0 || !(GraphQLTypeUtil.unwrapAll(each.getType()) instanceof GraphQLObjectType))
                .map(each -> selected(each, depth + 1))
                .collect(Collectors.joining(" "));
        return field.getName() + " { " + below + " }";
    }
}
