package dev.cordon;

import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.GraphQL.Answer;
import dev.cordon.testing.PackagedCordon;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One story from the printed link to the audit log, on the package in production mode with a database of its own: everybody
 * does what their role is there for, and sees nothing else. The chapters build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryoneDoesTheirWorkIT {
    private static final String TITLE = "Request smuggling in the proxy";
    private static final String ABSENT = "INC-000000";

    private static PackagedCordon cordon;
    private static GraphQL ada;
    private static GraphQL maya;
    private static GraphQL ines;
    private static GraphQL verena;
    private static GraphQL amadou;
    private static GraphQL reporter;
    private static String reference;
    private static String other;

    @BeforeAll
    static void aProgrammeBegins() {
        cordon = PackagedCordon.on(ExternalDatabase.create("programme")).start();
        RestAssured.port = cordon.port();
    }

    @AfterAll
    static void itEnds() {
        cordon.close();
    }

    @Test
    @Order(1)
    void theAdministratorSetsItUpAndAddsPeopleButSeesNoIncident() {
        ada = Staff.settingUp(cordon);
        maya = Staff.joining(ada, "maya", "COMMITTEE");
        ines = Staff.joining(ada, "ines", "RESPONDER");
        verena = Staff.joining(ada, "verena", "VENDOR");
        amadou = Staff.joining(ada, "amadou", "AUDITOR");

        assertThat(ada.send("{ people(first: 50) { nodes { handle } } }").<List<String>>get("people.nodes.handle"))
                .containsExactlyInAnyOrder("ada", "maya", "ines", "verena", "amadou");
    }

    @Test
    @Order(2)
    void aStrangerReportsAndGetsALinkAndNothingElse() {
        Answer receipt = NOBODY.send(
                "mutation($input: ReportVulnerabilityInput!) { reportVulnerability(input: $input) { reference link incident { title } } }",
                "input",
                Map.of(
                        "title",
                        TITLE,
                        "body",
                        "Two content lengths are read differently.",
                        "reporterAddress",
                        "r@example.org"));
        reference = receipt.get("reportVulnerability.reference");
        String link = receipt.get("reportVulnerability.link");
        reporter = GraphQL.byLink(link.substring(link.indexOf('#') + 1));

        assertThat(link).startsWith("http://localhost:8080/report/status#cordonlink_");
        assertThat(receipt.<Object>get("reportVulnerability.incident")).isNull();
        assertThat(NOBODY.send("{ viewer { handle } }").<Object>get("viewer")).isNull();
        assertHidden(NOBODY);
        assertThat(NOBODY.send("{ policies { id } }").<List<String>>get("policies.id"))
                .contains("kubernetes-2017");
    }

    @Test
    @Order(3)
    void theCommitteeTriagesScoresAndNamesALead() {
        other = maya.send(
                        "mutation { reportVulnerability(input: {title: \"Another matter\", body: \"It crashes.\"}) { reference } }")
                .get("reportVulnerability.reference");
        assertThat(maya.send("{ incidents(first: 10) { nodes { title } } }").<List<String>>get("incidents.nodes.title"))
                .containsExactlyInAnyOrder(TITLE, "Another matter");

        done(maya, "validateReport");
        done(maya, "scoreIncident", "vector", AnIncident.LOG4SHELL);
        done(maya, "offerLead", "person", "ines");
        done(maya, "addNote", "body", "Thank you. We are on it.", "audience", "REPORTER");
        done(maya, "recordFact", "kind", "RESPONDED_TO_REPORTER");
    }

    @Test
    @Order(4)
    void theResponderLeadsWhatTheyWereAddedToAndSeesNoOther() {
        done(ines, "acknowledgeLead");
        done(ines, "acceptIncident");
        done(ines, "recordFact", "kind", "FIX_TEAM_STAFFED");
        done(ines, "recordFact", "kind", "FIX_READY");

        assertThat(ines.send("{ incidents(first: 10) { totalCount nodes { reference } } }")
                        .<List<String>>get("incidents.nodes.reference"))
                .containsExactly(reference);
        assertThat(incident(ines, other)).isEqualTo(incident(ines, ABSENT).replace(ABSENT, other));
    }

    @Test
    @Order(5)
    void theReporterComesBackByTheLink() {
        String fields =
                "reporterView { reference body status nextPromise { name dueAt } messages { from body } contactKept }";
        Answer view = reporter.send("{ " + fields + " }");
        assertThat(view.<String>get("reporterView.status")).isEqualTo("ACCEPTED");
        assertThat(view.<String>get("reporterView.nextPromise.dueAt")).isNotNull();
        assertThat(view.<List<String>>get("reporterView.messages.body")).containsExactly("Thank you. We are on it.");
        assertThat(view.response().asString()).doesNotContain("maya", "ines", "CVSS");

        reporter.mutate("answerTeam", Map.of("body", "It also works over HTTP/2."), "messages { body }")
                .succeeds();
        reporter.mutate("chooseCredit", Map.of("creditPreference", "ANONYMOUS"), "creditPreference")
                .succeeds();
        assertThat(reporter.mutate("eraseContact", Map.of(), "contactKept").<Boolean>get("it.contactKept"))
                .isFalse();

        assertThat(maya.send(
                                "query($r: String!) { incident(reference: $r) { notes { body } report { reporterAddress } } }",
                                "r",
                                reference)
                        .response()
                        .asString())
                .contains("It also works over HTTP/2.")
                .doesNotContain("r@example.org");
        assertHidden(reporter);
    }

    @Test
    @Order(6)
    void theVendorSeesItFromTheirNotificationOnAndAnswers() {
        String asked = "query($r: String!) { vendorView(reference: $r) { title severity answer } }";
        assertThat(verena.send(asked, "r", reference).code()).isEqualTo("incident-not-found");

        done(maya, "notifyVendor", "person", "verena");
        assertThat(verena.send(asked, "r", reference).<String>get("vendorView.title"))
                .isEqualTo(TITLE);
        verena.mutate("acknowledgeNotice", Map.of("reference", reference), "acknowledgedAt")
                .succeeds();
        verena.mutate("answerNotice", Map.of("reference", reference, "answer", "AFFECTED"), "answer")
                .succeeds();

        assertThat(maya.send(
                                "query($r: String!) { incident(reference: $r) { vendorNotices { answer } } }",
                                "r",
                                reference)
                        .<List<String>>get("incident.vendorNotices.answer"))
                .containsExactly("AFFECTED");
        assertHidden(verena);
    }

    @Test
    @Order(7)
    void theAuditorSeesTimesAndWhoDidWhatAndNoContent() {
        Answer times = amadou.send(
                "{ incidentTimes(first: 10) { nodes { reference status milestones { key state dueAt } } } }");
        assertThat(times.<List<String>>get("incidentTimes.nodes.reference")).contains(reference, other);
        assertThat(times.response().asString()).doesNotContain(TITLE);

        Answer log = amadou.send("{ auditLog(first: 100) { nodes { actor via action operation references } } }");
        assertThat(log.<List<String>>get("auditLog.nodes.operation"))
                .contains("setUp", "signIn", "reportVulnerability", "scoreIncident", "answerTeam", "answerNotice");
        assertThat(amadou.send("mutation { exportAuditHead { position signature } }")
                        .<Integer>get("exportAuditHead.position"))
                .isPositive();
        assertHidden(amadou);
    }

    @Test
    @Order(8)
    void aScriptReadsByATokenUntilItIsRevoked() {
        Map<String, Object> wish = Map.of(
                "name",
                "dashboard",
                "scopes",
                List.of("READ"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(30)).toString());
        Answer made = maya.mutate("createToken", wish, "secret token { id }");
        GraphQL script = GraphQL.byToken(made.get("it.secret"));

        assertThat(script.send("{ incidents(first: 1) { totalCount } }").<Integer>get("incidents.totalCount"))
                .isEqualTo(2);
        assertThat(tried(script, "addNote", "body", "Hello").code()).isEqualTo("token-scope");
        maya.mutate("revokeToken", Map.of("id", made.<String>get("it.token.id")), "id")
                .succeeds();
        assertThat(script.send("{ incidents(first: 1) { totalCount } }").code()).isEqualTo("not-signed-in");
    }

    @Test
    @Order(9)
    void whoIsDisabledIsOutAtTheNextRequest() {
        ines.send("{ viewer { handle } }").succeeds();
        ada.mutate("disablePerson", Map.of("handle", "ines"), "disabledAt").succeeds();

        assertThat(ines.send("{ incidents(first: 1) { totalCount } }").code()).isEqualTo("not-signed-in");
        assertHidden(ada);
        assertThat(cordon.log()).doesNotContain(TITLE);
    }

    /** The incident answers like one that does not exist. */
    private static void assertHidden(GraphQL who) {
        assertThat(incident(who, reference)).isEqualTo(incident(who, ABSENT).replace(ABSENT, reference));
    }

    private static String incident(GraphQL who, String asked) {
        return who.send("query($r: String!) { incident(reference: $r) { title } }", "r", asked)
                .response()
                .asString();
    }

    private static void done(GraphQL who, String mutation, Object... named) {
        tried(who, mutation, named).succeeds();
    }

    private static Answer tried(GraphQL who, String mutation, Object... named) {
        Map<String, Object> input = new HashMap<>(Map.of("reference", reference));
        for (int i = 0; i < named.length; i += 2) {
            input.put((String) named[i], named[i + 1]);
        }
        return who.mutate(mutation, input, "reference");
    }
}
