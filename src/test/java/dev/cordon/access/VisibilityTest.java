package dev.cordon.access;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees which incidents over the API (product description, "Who may do what"). */
@QuarkusTest
class VisibilityTest {
    private static final String ONE = "query($r: String!) { incident(reference: $r) { reference title } }";
    private static final String LISTS = """
            query($t: String) {
                incidents(first: 100, filter: {text: $t}) { totalCount nodes { reference } edges { cursor } pageInfo { hasNextPage endCursor } }
                milestones(first: 100) { totalCount nodes { reference } edges { cursor } pageInfo { hasNextPage endCursor } }
                breaches(first: 100) { totalCount nodes { reference } edges { cursor } pageInfo { hasNextPage endCursor } }
            }""";

    @Test
    void theCommitteeSeesEveryIncidentThatIsNotRestricted() {
        String reference = AnIncident.reported().open().reference();
        GraphQL newcomer = GraphQL.as(Database.newcomer(Role.COMMITTEE));

        assertThat(sees(newcomer, reference)).isTrue();
        assertThat(found(newcomer, reference)).containsExactly(reference);
        assertThat(sees(JONAS, reference)).isTrue();
    }

    @Test
    void aRestrictedIncidentIsHiddenFromTheCommitteeAtLarge() {
        String reference = restricted().reference();

        assertThat(sees(MAYA, reference)).isTrue();
        assertThat(found(MAYA, reference)).containsExactly(reference);
        assertThat(sees(JONAS, reference)).isFalse();
        assertThat(found(JONAS, reference)).isEmpty();
    }

    @Test
    void aRestrictedIncidentIsSeenByACommitteeMemberWhoWasAdded() {
        AnIncident incident = restricted();

        incident.then("grantAccess", "person", "jonas");

        assertThat(sees(JONAS, incident.reference())).isTrue();
        assertThat(found(JONAS, incident.reference())).containsExactly(incident.reference());
    }

    @Test
    void aMachineOfTheCommitteeSeesWhatTheCommitteeSees() {
        AnIncident incident = AnIncident.reported().open();
        assertThat(sees(SCANNER, incident.reference())).isTrue();

        incident.then("restrictIncident", "restricted", true);
        assertThat(sees(SCANNER, incident.reference())).isFalse();

        incident.then("grantAccess", "person", "scanner");
        assertThat(sees(SCANNER, incident.reference())).isTrue();
    }

    @Test
    void aResponderSeesWhatTheyWereAddedToAndNothingElse() {
        String handle = Database.newcomer(Role.RESPONDER);
        GraphQL responder = GraphQL.as(handle);
        AnIncident other = AnIncident.reported().hoursAgo(30).open();
        AnIncident incident = AnIncident.reported().hoursAgo(30).open();
        assertSeesNothing(responder, other);

        incident.then("grantAccess", "person", handle);

        GraphQL.Answer lists = responder.send(LISTS);
        assertThat(lists.<List<String>>get("incidents.nodes.reference")).containsExactly(incident.reference());
        assertThat(lists.<Integer>get("incidents.totalCount")).isOne();
        assertThat(lists.<List<String>>get("milestones.nodes.reference"))
                .isNotEmpty()
                .containsOnly(incident.reference());
        assertThat(lists.<List<String>>get("breaches.nodes.reference"))
                .isNotEmpty()
                .containsOnly(incident.reference());
        assertThat(sees(responder, incident.reference())).isTrue();
        assertThat(sees(responder, other.reference())).isFalse();
    }

    @Test
    void aResponderWhoReportsSeesTheirReport() {
        GraphQL responder = GraphQL.as(Database.newcomer(Role.RESPONDER));

        String reference = responder
                .send(
                        "mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference incident { title } } }")
                .get("reportVulnerability.reference");

        assertThat(sees(responder, reference)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMINISTRATOR", "VENDOR", "REPORTER"})
    void whoDoesNotWorkOnIncidentsSeesNoneEvenWithAGrantLeftFromAnotherRole(Role role) {
        String handle = Database.newcomer(role);
        AnIncident incident = AnIncident.reported().hoursAgo(30).open();

        Database.grant(incident.reference(), handle);

        assertSeesNothing(GraphQL.as(handle), incident);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMINISTRATOR", "VENDOR", "REPORTER"})
    void whoDoesNotWorkOnIncidentsCannotBeAdded(Role role) {
        AnIncident incident = AnIncident.reported().open();
        String handle = Database.newcomer(role);

        assertThat(incident.tried(MAYA, "grantAccess", "person", handle).code()).isEqualTo("not-admitted");
        assertThat(incident.<List<String>>read("access { person { handle } }", "access.person.handle"))
                .isEmpty();
    }

    @Test
    void nobodySeesNoIncident() {
        assertSeesNothing(NOBODY, AnIncident.reported().hoursAgo(30).open());
    }

    @Test
    void whoReportsWithoutSeeingIncidentsGetsTheReferenceAlone() {
        GraphQL.Answer answer = NOBODY.send(
                "mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference incident { title } } }");

        assertThat(answer.<Object>get("reportVulnerability.incident")).isNull();
        assertThat(sees(NOBODY, answer.get("reportVulnerability.reference"))).isFalse();
        assertThat(sees(MAYA, answer.get("reportVulnerability.reference"))).isTrue();
    }

    private static void assertSeesNothing(GraphQL who, AnIncident incident) {
        GraphQL.Answer lists = who.send(LISTS);
        for (String list : List.of("incidents", "milestones", "breaches")) {
            assertThat(lists.<List<?>>get(list + ".nodes")).isEmpty();
            assertThat(lists.<List<?>>get(list + ".edges")).isEmpty();
            assertThat(lists.<Integer>get(list + ".totalCount")).isZero();
            assertThat(lists.<Boolean>get(list + ".pageInfo.hasNextPage")).isFalse();
            assertThat(lists.<String>get(list + ".pageInfo.endCursor")).isNull();
        }
        assertThat(sees(who, incident.reference())).isFalse();
    }

    private static AnIncident restricted() {
        return AnIncident.reported().open().then("restrictIncident", "restricted", true);
    }

    private static boolean sees(GraphQL who, String reference) {
        GraphQL.Answer answer = who.send(ONE, "r", reference);
        if ("incident-not-found".equals(answer.code())) {
            return false;
        }
        return answer.<String>get("incident.reference").equals(reference);
    }

    private static List<String> found(GraphQL who, String text) {
        return who.send(LISTS, "t", text).get("incidents.nodes.reference");
    }
}
