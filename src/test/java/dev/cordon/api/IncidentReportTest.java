package dev.cordon.api;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The draft of a retrospective, as data and as Markdown, of an incident that was walked to its close. */
@QuarkusTest
class IncidentReportTest {
    private static final Path COMMITTED = Path.of("src", "test", "resources", "report", "retrospective.md");
    private static final String UPDATE = "cordon.report.update";
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ASK =
            "query($r: String!) { incidentReport(reference: $r) { reference at title status phase"
                    + " closeReason reportedAt closedAt severity scores { at overallScore severity vector } plannedDisclosureAt"
                    + " disclosedAt plannedReleaseAt releasedAt milestones { policy key name state dueAt stoppedAt margin marginInWords"
                    + " recordedLateBy } breaches { policy milestone name breachedAt cause metLateAt explanation withdrawn"
                    + " withdrawnReason } facts { kind occurredAt recordedAt note evidenceUrl } handOvers { at kind } waits { on since"
                    + " until note } dates { what decidedAt plannedFor reason } openQuestions markdown } }";

    @Inject
    MovedTime time;

    private AnIncident incident;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void markdownOfAWalkedIncidentIsTheCommittedOne() throws IOException {
        walk();

        String markdown = this.<String>report("markdown").replace(incident.reference(), "INC-??????");

        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, markdown);
        }
        assertThat(COMMITTED)
                .as(
                        "the report changed. If that was meant, run the test with -D%s=true and read the difference",
                        UPDATE)
                .exists()
                .hasContent(markdown);
        assertThat(this.<String>report("markdown").replace(incident.reference(), "INC-??????"))
                .as("asked again")
                .isEqualTo(markdown);
    }

    @Test
    void reportSaysWhatHappenedAndNamesNobody() {
        walk();

        GraphQL.Answer answer = ask(JONAS).succeeds();

        assertThat(milestone(answer, "respond"))
                .contains(entry("state", "MET"), entry("margin", "PT23H"), entry("marginInWords", "23 h early"));
        assertThat(milestone(answer, "staff_fix_team"))
                .contains(entry("marginInWords", "21 h early"), entry("recordedLateBy", "PT2H"));
        assertThat(milestone(answer, "notify_vendors"))
                .contains(entry("state", "BREACHED"), entry("marginInWords", "9 d past its due time, still open"));
        assertThat(milestone(answer, "retrospective")).contains(entry("marginInWords", "1 d left"));
        assertThat(answer.<List<String>>get("incidentReport.handOvers.kind"))
                .containsExactly("LEAD_OFFERED", "LEAD_ACKNOWLEDGED", "LEAD_OFFERED", "LEAD_DECLINED");
        assertThat(answer.<List<String>>get("incidentReport.facts.kind"))
                .startsWith("REPORT_RECEIVED", "RESPONDED_TO_REPORTER")
                .endsWith("FIX_RELEASED", "PUBLICLY_DISCLOSED", "CLOSED");
        assertThat(answer.<List<String>>get("incidentReport.openQuestions"))
                .containsExactly(
                        "Why was \"Give vendors advance notice\" missed at 2026-03-16 12:00?",
                        "What is needed for \"Give vendors advance notice\", due since 2026-03-16 12:00?");
        assertThat(answer.response().asString()).doesNotContain("maya", "Maya", "jonas", "\"ines\"", "Ines");
        assertThat(incident.<List<String>>read("timeline(first: 100) { nodes { summary } }", "timeline.nodes.summary")
                        .toString())
                .as("they are named elsewhere")
                .contains("Maya", "Ines");
    }

    @Test
    void freshIncidentAsksForItsScoreAndForWhatProtectsUsers() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().open();

        assertThat(this.<List<String>>report("openQuestions"))
                .containsExactly(
                        "How severe was it? No score was recorded.",
                        "What protects users? Neither a measure nor a released fix was recorded.");
        assertThat(this.<List<Object>>report("breaches")).isEmpty();
    }

    @Test
    void factThatWasCorrectedIsLeftOut() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().open().then("recordFact", "kind", "FIX_READY");
        String fact = incident.read("facts { id kind }", "facts.find { it.kind == 'FIX_READY' }.id");

        incident.then("supersedeFact", "fact", fact, "note", "It was another fix");

        assertThat(this.<List<String>>report("facts.kind")).containsExactly("REPORT_RECEIVED");
    }

    @Test
    void whoeverDoesNotWorkOnTheIncidentGetsWhatTheyGetForNone() {
        AReporter reporter = AReporter.reporting();
        incident = AnIncident.reported().open();
        incident.then("restrictIncident", "restricted", true);

        for (GraphQL who : List.of(JONAS, INES, AMADOU, OLGA, NOBODY, reporter.client())) {
            assertThat(masked(who.send(ASK, "r", incident.reference())))
                    .contains("incident-not-found")
                    .isEqualTo(masked(who.send(ASK, "r", "INC-ZZZZZZ")));
        }
        assertThat(reporter.client().send(ASK, "r", reporter.reference()).code())
                .isEqualTo("incident-not-found");
        incident.then("grantAccess", "person", "ines");
        ask(INES).succeeds();
    }

    @Test
    void readingItLeavesOneAuditRow() {
        incident = AnIncident.reported().open();

        ask(JONAS).succeeds();

        assertThat(Database.values(
                        "select operation as value from audit_event where ? = any (incident_ids) and actor_id = ?::uuid",
                        Database.incident(incident.reference()),
                        Database.idOf("jonas")))
                .containsExactly("incidentReport");
    }

    /** Hostile words in whatever people write; some deadlines kept, some recorded late, some missed, one explained. */
    private void walk() {
        time.setTo(MONDAY);
        incident =
                AnIncident.reported().titled("Smuggling | <b>in</b> the proxy_").open();
        after(Duration.ofHours(1)).fact("RESPONDED_TO_REPORTER", "note", "See [the mail](https://evil.example)");
        after(Duration.ofHours(2)).incident.then("offerLead", "person", "maya").then("acknowledgeLead");
        after(Duration.ofHours(3)).incident.then("validateReport").then("acceptIncident");
        incident.then("scoreIncident", "vector", AnIncident.LOW)
                .then("waitOn", "on", "REPORTER", "note", "*Which* version?");
        after(Duration.ofHours(26)).incident.then("waitOn", "on", "NONE");
        String staffed = MONDAY.plus(Duration.ofHours(3)).toString();
        fact("FIX_TEAM_STAFFED", "occurredAt", staffed, "note", "# Agreed in the call");
        after(Duration.ofDays(3)).incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        incident.then("offerLead", "person", "ines");
        incident.tried(INES, "declineLead").succeeds();
        incident.then("planDisclosure", "at", "2026-03-24T16:00:00Z");
        incident.then("planDisclosure", "at", "2026-03-25T16:00:00Z", "reason", "1. No freeze | release");
        after(Duration.ofDays(7).plusHours(5))
                .fact("FORTHCOMING_FIX_ANNOUNCED", "evidenceUrl", "https://lists.example/1");
        String breach = incident.breachesOf("notify_users").get(0).get("id").toString();
        incident.then("explainBreach", "breach", breach, "explanation", "The list was down\n\n# for a day");
        after(Duration.ofDays(21)).fact("FIX_RELEASED");
        after(Duration.ofDays(23)).fact("PUBLICLY_DISCLOSED");
        incident.then("closeIncident", "reason", "RESOLVED");
        after(Duration.ofDays(23));
    }

    private IncidentReportTest after(Duration duration) {
        time.setTo(MONDAY.plus(duration));
        return this;
    }

    private void fact(String kind, Object... named) {
        Object[] all = new Object[named.length + 2];
        all[0] = "kind";
        all[1] = kind;
        System.arraycopy(named, 0, all, 2, named.length);
        incident.then("recordFact", all);
    }

    private GraphQL.Answer ask(GraphQL who) {
        return who.send(ASK, "r", incident.reference());
    }

    private <T> T report(String path) {
        return ask(MAYA).get("incidentReport." + path);
    }

    private static Map<String, Object> milestone(GraphQL.Answer answer, String key) {
        return answer.get("incidentReport.milestones.find { it.key == '" + key + "' }");
    }

    private static String masked(GraphQL.Answer answer) {
        return answer.response().asString().replaceAll("INC-[0-9A-Z]{6}", "INC-??????");
    }
}
