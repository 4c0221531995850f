package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for a waiver and who answers ("Invariants", 7), and what cannot be waived. */
@QuarkusTest
class WaiverPeopleTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant FRIDAY = MONDAY.plus(DAY.multipliedBy(4));

    @Inject
    MovedTime time;

    private AnIncident incident;
    private AWaiver waiver;

    @BeforeEach
    void reportOnMonday() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().open();
        waiver = new AWaiver(incident);
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void aResponderAsksAndACommitteeMemberConfirms() {
        incident.then("grantAccess", "person", "ines");
        waiver.ask(INES, "lead", null).succeeds();
        String id = incident.read("waivers { id }", "waivers[0].id");

        assertThat(waiver.confirmed(INES, id).code()).isEqualTo("forbidden");
        assertThat(waiver.declined(INES, id).code()).isEqualTo("forbidden");
        assertThat(incident.stateOf("lead")).isEqualTo("RUNNING");
        waiver.confirmed(JONAS, id).succeeds();

        assertThat(incident.stateOf("lead")).isEqualTo("WAIVED");
        assertThat(incident.<String>read("waivers { askedBy { handle } }", "waivers[0].askedBy.handle"))
                .isEqualTo("ines");
        assertThat(incident.<String>read("waivers { confirmedBy { handle } }", "waivers[0].confirmedBy.handle"))
                .isEqualTo("jonas");
        assertThat(waiver.withdrawn(INES, id).code()).as("confirmed by now").isEqualTo("forbidden");
        assertThat(incident.timeline()).endsWith("WAIVER_ASKED", "WAIVER_CONFIRMED");
        assertThat(incident.<List<String>>read(
                        "timeline(first: 100) { nodes { audience } }", "timeline.nodes.audience"))
                .containsOnly("TEAM");
        assertThat(incident.<List<String>>read("timeline(first: 100) { nodes { summary } }", "timeline.nodes.summary"))
                .anyMatch(summary -> summary.endsWith("asked to waive \"Name a lead\" for good: Out of our hands"));
    }

    @Test
    void whoeverAskedNeitherConfirmsNorDeclines() {
        String id = waiver.asked("lead", FRIDAY);

        assertThat(waiver.confirmed(MAYA, id).code()).isEqualTo("second-person-required");
        assertThat(waiver.declined(MAYA, id).code()).isEqualTo("second-person-required");
        assertThat(incident.stateOf("lead")).isEqualTo("RUNNING");
        assertThat(waiver.stateOf(id)).isEqualTo("ASKED");
        waiver.confirmed(JONAS, id).succeeds();
        assertThat(incident.stateOf("lead")).isEqualTo("WAIVED");
    }

    @Test
    void nobodyWaivesByATokenOrAsAMachine() {
        String id = waiver.asked("lead", FRIDAY);
        String other = incident.milestone("respond", "id");
        GraphQL member = GraphQL.as(Database.newcomer(Role.COMMITTEE));
        GraphQL script = GraphQL.byToken(member.mutate(
                        "createToken",
                        Map.of("name", "x", "scopes", List.of("READ", "CHANGE"), "expiresAt", "2027-01-01T00:00:00Z"),
                        "secret")
                .get("it.secret"));

        for (GraphQL one : List.of(script, SCANNER)) {
            incident.tried(one, "addNote", "body", "It may write").succeeds();
            assertThat(waiver.ask(one, other, "until", null).code()).isEqualTo("forbidden");
            assertThat(waiver.confirmed(one, id).code()).isEqualTo("forbidden");
            assertThat(waiver.declined(one, id).code()).isEqualTo("forbidden");
            assertThat(waiver.withdrawn(one, id).code()).isEqualTo("forbidden");
        }
        assertThat(incident.<List<String>>read("waivers { state }", "waivers.state"))
                .containsExactly("ASKED");
        waiver.confirmed(member, id).succeeds();
    }

    @Test
    void aRequestIsDeclinedOrTakenBackByWhoeverMadeIt() {
        String declined = waiver.asked("lead", FRIDAY);
        waiver.declined(JONAS, declined).succeeds();
        String withdrawn = waiver.asked("lead", FRIDAY);
        assertThat(waiver.withdrawn(JONAS, withdrawn).code()).isEqualTo("forbidden");
        waiver.withdrawn(MAYA, withdrawn).succeeds();

        assertThat(waiver.stateOf(declined)).isEqualTo("DECLINED");
        assertThat(waiver.<String>field(declined, "endReason")).isEqualTo("There is time enough");
        assertThat(waiver.stateOf(withdrawn)).isEqualTo("WITHDRAWN");
        for (String over : List.of(declined, withdrawn)) {
            assertThat(waiver.confirmed(JONAS, over).code()).isEqualTo("waiver-not-open");
            assertThat(waiver.withdrawn(MAYA, over).code()).isEqualTo("waiver-not-open");
        }
        assertThat(incident.stateOf("lead")).isEqualTo("RUNNING");
        assertThat(incident.timeline()).endsWith("WAIVER_ASKED", "WAIVER_DECLINED", "WAIVER_ASKED", "WAIVER_WITHDRAWN");
    }

    @Test
    void endsAheadAreAskedForAndConfirmed() {
        assertThat(waiver.ask(MAYA, "lead", MONDAY).code()).isEqualTo("invalid-waiver");
        assertThat(waiver.ask(MAYA, "lead", MONDAY.plus(DAY.multipliedBy(3700))).code())
                .isEqualTo("invalid-waiver");
        String inTime = waiver.asked("lead", FRIDAY);
        String late = waiver.asked("respond", FRIDAY);

        time.setTo(FRIDAY.minusMillis(1));
        waiver.confirmed(JONAS, inTime).succeeds();
        time.setTo(FRIDAY);
        assertThat(waiver.confirmed(JONAS, late).code()).isEqualTo("waiver-not-open");

        assertThat(waiver.stateOf(late)).isEqualTo("EXPIRED");
        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        waiver.held("respond", null);
        assertThat(incident.stateOf("respond")).isEqualTo("WAIVED");
    }

    @Test
    void thereIsOneAtATime() {
        String asked = waiver.asked("lead", FRIDAY);

        GraphQL.Answer whileAsked = waiver.ask(JONAS, "lead", null);
        waiver.confirmed(JONAS, asked).succeeds();
        GraphQL.Answer whileHeld = waiver.ask(JONAS, "lead", null);

        for (GraphQL.Answer refused : List.of(whileAsked, whileHeld)) {
            assertThat(refused.code()).isEqualTo("waiver-exists");
            assertThat(refused.message()).contains(asked);
        }
        waiver.ask(JONAS, "respond", null).succeeds();
    }

    @Test
    void onlyWhatIsStillDueCanBeWaived() {
        String asked = waiver.asked("respond", null);
        incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        assertThat(waiver.ask(MAYA, "retrospective", null).code()).isEqualTo("milestone-not-waivable");
        assertThat(waiver.confirmed(JONAS, asked).code()).as("met meanwhile").isEqualTo("milestone-not-waivable");
        waiver.withdrawn(MAYA, asked).succeeds();
        assertThat(waiver.ask(MAYA, "respond", null).code()).isEqualTo("milestone-not-waivable");

        String elsewhere = AnIncident.reported().open().milestone("lead", "id");
        for (String id : List.of("nonsense", elsewhere)) {
            assertThat(waiver.ask(MAYA, id, "until", null).code()).isEqualTo("milestone-not-found");
            assertThat(waiver.confirmed(JONAS, id).code()).isEqualTo("waiver-not-found");
        }
    }

    @Test
    void closedAsResolvedItsClocksGoOnAndMayBeWaivedClosedOtherwiseNot() {
        incident.then("validateReport")
                .then("offerLead", "person", "maya")
                .then("acknowledgeLead")
                .then("acceptIncident")
                .then("closeIncident", "reason", "RESOLVED");
        waiver.held("release_fix", FRIDAY);
        assertThat(incident.stateOf("release_fix")).isEqualTo("WAIVED");

        var spam = AnIncident.reported().open();
        String asked = new AWaiver(spam).asked("lead", null);
        spam.then("invalidateReport").then("closeIncident", "reason", "SPAM");
        assertThat(new AWaiver(spam).confirmed(JONAS, asked).code()).isEqualTo("incident-closed");
        assertThat(new AWaiver(spam).ask(MAYA, "lead", null).code()).isEqualTo("incident-closed");
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes() throws Exception {
        List<GraphQL> members = List.of(JONAS, GraphQL.as(Database.newcomer(Role.COMMITTEE)));
        ExecutorService threads = Executors.newFixedThreadPool(members.size());
        Sql.run(
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.05); return new; end $$",
                "create trigger widen before update on waiver for each row execute function sleep_a_little()");
        try {
            for (String milestone : List.of("lead", "respond", "staff_fix_team", "notify_users", "release_fix")) {
                String id = waiver.asked(milestone, FRIDAY);
                List<Future<GraphQL.Answer>> answers = new ArrayList<>();
                members.forEach(one -> answers.add(threads.submit(() -> waiver.confirmed(one, id))));
                List<String> codes = new ArrayList<>();
                for (Future<GraphQL.Answer> answer : answers) {
                    codes.add(String.valueOf(answer.get().code()));
                }
                assertThat(codes).containsExactlyInAnyOrder("null", "waiver-not-open");
            }
        } finally {
            threads.shutdownNow();
            Sql.run("drop trigger widen on waiver", "drop function sleep_a_little()");
        }
        assertThat(incident.timeline().stream().filter("WAIVER_CONFIRMED"::equals))
                .hasSize(5);
    }
}
