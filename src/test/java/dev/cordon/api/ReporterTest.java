package dev.cordon.api;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reporters see and do, by their link and with an account (product description, "Who may do what"). */
@QuarkusTest
class ReporterTest {
    private static final String EVERYTHING = "reference title body receivedAt creditPreference creditName status"
            + " nextPromise { name dueAt overdue } contactKept messages { id at from body }";
    private static final String MINE = "{ reportedByMe(first: 5) { totalCount nodes { reference } } }";

    private AReporter rosa;

    @BeforeEach
    void rosaReports() {
        rosa = AReporter.reporting();
    }

    @Test
    void theLinkShowsTheReportItsPromiseAndTheMessagesAndNothingElseOfTheTeam() {
        team("addNote", "body", "They seem to be right", "audience", "TEAM");
        team("addNote", "body", "They have it too", "audience", "VENDORS");
        team("addNote", "body", "We could reproduce it", "audience", "REPORTER");
        team("describeIncident", "title", "Heap leak, worse than reported");

        GraphQL.Answer answer = rosa.client().send("{ reporterView { " + EVERYTHING + " } }");

        assertThat(rosa.link()).startsWith("http://localhost:8081/report/status#cordonlink_");
        assertThat(answer.<String>get("reporterView.reference")).isEqualTo(rosa.reference());
        assertThat(answer.<String>get("reporterView.title")).isEqualTo("A leak in the proxy");
        assertThat(answer.<String>get("reporterView.body")).isEqualTo("It answers with memory of others.");
        assertThat(answer.<String>get("reporterView.status")).isEqualTo("REPORTED");
        assertThat(answer.<String>get("reporterView.nextPromise.dueAt")).isNotNull();
        assertThat(answer.<Boolean>get("reporterView.nextPromise.overdue")).isFalse();
        assertThat(answer.<Boolean>get("reporterView.contactKept")).isTrue();
        assertThat(answer.<List<String>>get("reporterView.messages.from")).containsExactly("TEAM");
        assertThat(answer.<List<String>>get("reporterView.messages.body")).containsExactly("We could reproduce it");
        assertThat(answer.response().asString()).doesNotContain("Maya", "maya", "right", "too", "worse");
    }

    @Test
    void aLinkOpensNothingOfTheTeamAndNoOtherReport() {
        AReporter other = AReporter.reporting();
        String one = "query($r: String!) { reporterView(reference: $r) { reference } }";

        assertThat(rosa.client().send(one, "r", rosa.reference()).<String>get("reporterView.reference"))
                .isEqualTo(rosa.reference());
        assertThat(rosa.client().send(one, "r", other.reference()).code()).isEqualTo("incident-not-found");
        assertThat(rosa.client()
                        .send("query($r: String!) { incident(reference: $r) { title } }", "r", rosa.reference())
                        .code())
                .isEqualTo("incident-not-found");
        assertThat(rosa.client()
                        .mutate("addNote", Map.of("reference", rosa.reference(), "body", "x"), "reference")
                        .code())
                .isEqualTo("incident-not-found");
        assertThat(rosa.client()
                        .mutate("answerTeam", Map.of("reference", other.reference(), "body", "x"), "reference")
                        .code())
                .isEqualTo("incident-not-found");
        assertThat(NOBODY.send("{ reporterView { reference } }").code()).isEqualTo("reference-required");
    }

    @Test
    void anAnswerArrivesAndEndsTheWaitButStopsNoClock() {
        team("waitOn", "on", "REPORTER");

        GraphQL.Answer answer = rosa.client()
                .mutate("answerTeam", Map.of("body", "On version 2 as well"), "reference messages { from body }");

        assertThat(answer.<List<String>>get("it.messages.from")).containsExactly("REPORTER");
        GraphQL.Answer seen = MAYA.send(
                "query($r: String!) { incident(reference: $r) { version waitingOn facts { kind } waits { until }"
                        + " notes { body audience writtenAs writtenBy { handle } } timeline(first: 50) { nodes { kind } }"
                        + " milestones { stoppedAt } } }",
                "r",
                rosa.reference());
        assertThat(seen.<String>get("incident.waitingOn")).isEqualTo("NONE");
        assertThat(seen.<String>get("incident.waits[0].until")).isNotNull();
        assertThat(seen.<List<String>>get("incident.facts.kind")).containsExactly("REPORT_RECEIVED");
        assertThat(seen.<List<String>>get("incident.milestones.stoppedAt")).containsOnlyNulls();
        assertThat(seen.<String>get("incident.notes[0].writtenAs")).isEqualTo("REPORTER");
        assertThat(seen.<Object>get("incident.notes[0].writtenBy")).isNull();
        assertThat(seen.<List<String>>get("incident.timeline.nodes.kind"))
                .containsExactly(
                        "REPORTED", "FACT_RECORDED", "WAITING_CHANGED", "REPORTER_ANSWERED", "WAITING_CHANGED");
        assertThat(seen.<Integer>get("incident.version")).isEqualTo(2);
    }

    @Test
    void creditIsChosenAndEverythingPersonalErasedWithoutACopy() {
        rosa.client()
                .mutate("chooseCredit", Map.of("creditPreference", "NAMED", "creditName", "Rosa D."), "reference")
                .succeeds();
        assertThat(rosa.<String>read("creditName", "creditName")).isEqualTo("Rosa D.");
        assertThat(copies("Rosa D.")).isPositive();

        for (int i = 0; i < 2; i++) {
            assertThat(rosa.client()
                            .mutate("eraseContact", Map.of(), "contactKept creditName creditPreference body")
                            .<Boolean>get("it.contactKept"))
                    .isFalse();
        }

        GraphQL.Answer seen = MAYA.send(
                "query($r: String!) { incident(reference: $r) { report { body creditPreference creditName reporterName"
                        + " reporterAddress contactErasedAt } timeline(first: 50) { nodes { kind } } } }",
                "r",
                rosa.reference());
        assertThat(seen.<String>get("incident.report.contactErasedAt")).isNotNull();
        assertThat(seen.<String>get("incident.report.creditPreference")).isEqualTo("NAMED");
        assertThat(seen.<List<String>>get("incident.timeline.nodes.kind"))
                .containsExactly("REPORTED", "FACT_RECORDED", "CREDIT_CHOSEN", "REPORTER_CONTACT_ERASED");
        assertThat(seen.response().asString()).contains("memory of others").doesNotContain("Rosa", "rosa@");
        assertThat(copies("Rosa")).isZero();
        assertThat(copies("rosa@example.org")).isZero();
    }

    @Test
    void theCommitteeErasesTheContactForAReporterAndSaysWhy() {
        GraphQL.Answer answer = MAYA.mutate(
                "eraseReporterContact",
                Map.of("reference", rosa.reference(), "reason", "They asked by mail"),
                "report { reporterName reporterAddress } timeline(first: 9) { nodes { summary } }");

        assertThat(answer.<String>get("it.report.reporterName")).isNull();
        assertThat(answer.<List<String>>get("it.timeline.nodes.summary")).anyMatch(line -> line.endsWith("by mail"));
        assertThat(copies("Rosa")).isZero();
    }

    @Test
    void aNewLinkReplacesTheOldOne() {
        GraphQL.Answer renewed =
                MAYA.mutate("renewReporterLink", Map.of("reference", rosa.reference()), "link incident { reference }");
        AReporter back = new AReporter(rosa.reference(), renewed.get("it.link"));

        assertThat(back.<String>read("reference", "reference")).isEqualTo(rosa.reference());
        assertThat(rosa.client().send("{ reporterView { reference } }").code()).isEqualTo("not-signed-in");
        assertThat(rosa.client()
                        .mutate("answerTeam", Map.of("body", "x"), "reference")
                        .code())
                .isEqualTo("not-signed-in");
    }

    @Test
    void whoIsNotSignedInReportsByFormNowUnderTheDefaultPolicy() {
        for (Map<String, String> more : List.of(
                Map.of("channel", "MAIL"),
                Map.of("receivedAt", "2020-01-01T00:00:00Z"),
                Map.of("policy", "cra-vulnerability"))) {
            Map<String, Object> input = new HashMap<>(Map.of("body", "An overflow"));
            input.putAll(more);
            assertThat(NOBODY.mutate("reportVulnerability", input, "reference").code())
                    .as(more.toString())
                    .isEqualTo("forbidden");
            assertThat(MAYA.mutate("reportVulnerability", input, "link").<String>get("it.link"))
                    .isNull();
        }
    }

    @Test
    void anAccountAsAReporterSeesWhatItReportedItselfAlone() {
        String handle = Database.newcomer(Role.REPORTER);
        GraphQL reporter = GraphQL.as(handle);
        String own = reporter.mutate("reportVulnerability", Map.of("body", "Mine"), "reference link")
                .get("it.reference");
        String former = Database.newcomer(Role.COMMITTEE);
        String recorded = GraphQL.as(former)
                .mutate("reportVulnerability", Map.of("body", "Of somebody else"), "reference")
                .get("it.reference");
        Database.run(Database.OWNER, "update person set role = 'REPORTER' where handle = ?", former);

        assertThat(reporter.send(MINE).<List<String>>get("reportedByMe.nodes.reference"))
                .containsExactly(own);
        assertThat(reporter.mutate("answerTeam", Map.of("reference", own, "body", "More"), "messages { from }")
                        .<List<String>>get("it.messages.from"))
                .containsExactly("REPORTER");
        assertThat(GraphQL.as(former).send(MINE).<Integer>get("reportedByMe.totalCount"))
                .isZero();
        assertThat(GraphQL.as(former)
                        .mutate("answerTeam", Map.of("reference", recorded, "body", "x"), "reference")
                        .code())
                .isEqualTo("incident-not-found");
        for (GraphQL other : List.of(MAYA, NOBODY, rosa.client(), GraphQL.OLGA, GraphQL.AMADOU)) {
            assertThat(other.send(MINE).<List<String>>get("reportedByMe.nodes.reference"))
                    .doesNotContain(own);
        }
    }

    @Test
    void readingAndAnsweringByLinkLeaveAuditRowsOfNobody() {
        rosa.read("body", "body");
        rosa.client().mutate("answerTeam", Map.of("body", "More"), "reference").succeeds();

        assertThat(Database.values(
                        "select coalesce(actor_id::text, 'nobody') || ' ' || coalesce(via, '') || ' ' || action || ' '"
                                + " || operation as value from audit_event where ? = any (incident_ids) order by id",
                        Database.incident(rosa.reference())))
                .containsExactly(
                        "nobody  CHANGE reportVulnerability",
                        "nobody LINK READ reporterView",
                        "nobody LINK CHANGE answerTeam");
    }

    private void team(String mutation, Object... named) {
        Map<String, Object> input = new HashMap<>(Map.of("reference", rosa.reference()));
        for (int i = 0; i < named.length; i += 2) {
            input.put((String) named[i], named[i + 1]);
        }
        MAYA.mutate(mutation, input, "reference").succeeds();
    }

    /** How many rows of the incident hold a text, in any table. */
    private long copies(String text) {
        long id = Database.incident(rosa.reference());
        return Database.values("select table_name as value from information_schema.columns"
                        + " where table_schema = 'public' and column_name = 'incident_id'"
                        + " and table_name in (select relname from pg_class where relkind = 'r')")
                .stream()
                .flatMap(table ->
                        Database.values("select t::text as value from " + table + " t where incident_id = ?", id)
                                .stream())
                .filter(row -> row.contains(text))
                .count();
    }
}
