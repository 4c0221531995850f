package dev.cordon.access;

import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AReporter;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident the viewer may not see answers, to the byte, like one that does not exist (R2). */
@QuarkusTest
class HiddenIsAbsentTest {
    private static final String ABSENT = "INC-ZZZZZZ";
    private static final String ONE = "query($r: String!) { incident(reference: $r) { reference title notes { body }"
            + " timeline(first: 10) { totalCount nodes { summary } } } }";

    private AnIncident hidden;

    @BeforeEach
    void mayaRestrictsAnIncident() {
        assertThat(Database.value("select count(*) as value from incident_reference where reference = ?", ABSENT))
                .isEqualTo("0");
        hidden = AnIncident.reported().hoursAgo(30).open().then("restrictIncident", "restricted", true);
    }

    @Test
    void readingIt() {
        for (GraphQL who : blind()) {
            assertThat(bytes(who.send(ONE, "r", hidden.reference())))
                    .contains("incident-not-found")
                    .isEqualTo(bytes(who.send(ONE, "r", ABSENT)));
        }
    }

    @Test
    void everyMutationOfIt() {
        Mutations mutations = Mutations.ofTheSchema();
        assertThat(mutations.ofOneIncident()).hasSizeGreaterThan(20).contains("addNote", "revokeAccess", "addPolicy");
        long before = ((Number) hidden.read("version", "version")).longValue();
        SoftAssertions softly = new SoftAssertions();
        for (String mutation : mutations.ofOneIncident()) {
            for (GraphQL who : blind()) {
                softly.assertThat(changing(who, mutations, mutation, hidden.reference(), Map.of()))
                        .as(mutation)
                        .contains("incident-not-found")
                        .isEqualTo(changing(who, mutations, mutation, ABSENT, Map.of()));
                softly.assertThat(
                                changing(who, mutations, mutation, hidden.reference(), Map.of("expectedVersion", 999)))
                        .as(mutation + " with a version")
                        .contains("incident-not-found")
                        .isEqualTo(changing(who, mutations, mutation, ABSENT, Map.of("expectedVersion", 999)));
            }
        }
        softly.assertAll();
        assertThat(((Number) hidden.read("version", "version")).longValue()).isEqualTo(before);
    }

    @Test
    void everyMutationOfThoseOutsideTheTeam() {
        Mutations mutations = Mutations.ofTheSchema();
        assertThat(mutations.ofOutsiders())
                .containsExactly("acknowledgeNotice", "answerNotice", "answerTeam", "chooseCredit", "eraseContact");
        for (String mutation : mutations.ofOutsiders()) {
            for (GraphQL who : blindOutside()) {
                assertThat(bytes(who.mutate(mutation, mutations.input(mutation, hidden.reference()), "reference")))
                        .as(mutation)
                        .contains("incident-not-found")
                        .isEqualTo(bytes(who.mutate(mutation, mutations.input(mutation, ABSENT), "reference")));
            }
        }
    }

    @Test
    void readingItFromOutsideTheTeam() {
        for (String query : List.of("reporterView", "vendorView")) {
            String one = "query($r: String!) { " + query + "(reference: $r) { reference messages { body } } }";
            for (GraphQL who : blindOutside()) {
                assertThat(bytes(who.send(one, "r", hidden.reference())))
                        .as(query)
                        .contains("incident-not-found")
                        .isEqualTo(bytes(who.send(one, "r", ABSENT)));
            }
        }
    }

    /** Otherwise the test above would compare two refusals of a bad input. */
    @Test
    void theSameMutationsReachTheIncidentForThoseWhoSeeIt() {
        Mutations mutations = Mutations.ofTheSchema();
        SoftAssertions softly = new SoftAssertions();
        for (String mutation : mutations.ofOneIncident()) {
            String reached = AnIncident.reported().open().reference();
            String answer = changing(MAYA, mutations, mutation, reached, Map.of("expectedVersion", 999));
            softly.assertThat(answer).as(mutation).contains("stale-version");
        }
        softly.assertAll();
    }

    @Test
    void everyOtherMutationIsKnownToTakeNoReference() {
        Mutations mutations = Mutations.ofTheSchema();

        assertThat(mutations.all().stream()
                        .filter(mutation -> !mutations.ofOneIncident().contains(mutation)))
                .filteredOn(mutation -> !mutations.ofOutsiders().contains(mutation))
                .filteredOn(mutation -> !Mutations.OF_ACCOUNTS.contains(mutation))
                .containsExactlyInAnyOrder(
                        "reportVulnerability",
                        "importHistory",
                        "runSweep",
                        "changeHolidays",
                        "addVendor",
                        "renameVendor",
                        "retireVendor",
                        "addVendorContact",
                        "removeVendorContact",
                        "recordContactTest",
                        "acceptEmbargoTerms",
                        "exportAuditHead",
                        "createWebhookTarget",
                        "rotateWebhookKey",
                        "disableWebhookTarget",
                        "retryNotice",
                        "setShift",
                        "cancelShift",
                        "askToBreakGlass",
                        "confirmBreakGlass");
    }

    @Test
    void namingItAsTheOriginalOfADuplicate() {
        AnIncident own = AnIncident.reported().open();

        String answer = bytes(own.tried(JONAS, "markDuplicate", "original", hidden.reference()));

        assertThat(answer)
                .contains("incident-not-found")
                .isEqualTo(bytes(own.tried(JONAS, "markDuplicate", "original", ABSENT)));
        assertThat(own.<String>read("duplicateOf", "duplicateOf")).isNull();
    }

    @Test
    void theOriginalOfADuplicateOnceItIsHidden() {
        AnIncident original = AnIncident.reported().open();
        AnIncident duplicate = AnIncident.reported().open().then("markDuplicate", "original", original.reference());
        String query =
                "query($r: String!) { incident(reference: $r) { duplicateOf timeline(first: 50) { nodes { summary"
                        + " } } } incidents(first: 5, filter: {text: $r}) { nodes { duplicateOf } } }";
        assertThat(JONAS.send(query, "r", duplicate.reference()).<String>get("incident.duplicateOf"))
                .isEqualTo(original.reference());

        original.then("restrictIncident", "restricted", true);

        GraphQL.Answer answer = JONAS.send(query, "r", duplicate.reference());
        assertThat(answer.<String>get("incident.duplicateOf")).isNull();
        assertThat(answer.<List<String>>get("incidents.nodes.duplicateOf"))
                .hasSize(1)
                .containsOnlyNulls();
        assertThat(answer.response().asString()).doesNotContain(original.reference());
        assertThat(duplicate.<String>read("duplicateOf", "duplicateOf")).isEqualTo(original.reference());
    }

    /** Even Maya, who sees it as the team does, is neither its reporter nor a vendor. */
    private static List<GraphQL> blindOutside() {
        List<GraphQL> blind = new ArrayList<>(blind());
        blind.add(MAYA);
        blind.add(GraphQL.as(Database.newcomer(Role.REPORTER)));
        blind.add(GraphQL.as(Database.newcomer(Role.VENDOR)));
        blind.add(GraphQL.OLGA);
        blind.add(GraphQL.byLink(AReporter.reporting().secret()));
        return blind;
    }

    /** Everybody the incident is hidden from, each for a reason of their own. */
    private static List<GraphQL> blind() {
        return List.of(JONAS, GraphQL.as(Database.newcomer(Role.RESPONDER)), GraphQL.AMADOU, NOBODY);
    }

    private static String changing(
            GraphQL who, Mutations mutations, String mutation, String reference, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(mutations.input(mutation, reference));
        input.putAll(more);
        String fields = "reference title version";
        String answer = mutation.equals("renewReporterLink") ? "link incident { " + fields + " }" : fields;
        return bytes(who.mutate(mutation, input, answer));
    }

    /** Status, headers and body, with the reference masked. */
    private static String bytes(GraphQL.Answer answer) {
        StringBuilder all = new StringBuilder().append(answer.response().statusCode());
        for (Header header : answer.response().headers()) {
            if (!header.getName().equalsIgnoreCase("date")) {
                all.append('\n').append(header);
            }
        }
        return all.append("\n\n")
                .append(answer.response().asString())
                .toString()
                .replaceAll("INC-[0-9A-Z]{6}", "INC-??????");
    }
}
