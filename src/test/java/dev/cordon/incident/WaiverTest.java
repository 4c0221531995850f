package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.EveryPage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a waiver shows and what it leaves alone ("Rules of the clock", 12). */
@QuarkusTest
class WaiverTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    /** When the answer, the lead and the fix team are due. */
    private static final Instant DUE = MONDAY.plus(DAY);

    private static final Instant FRIDAY = MONDAY.plus(DAY.multipliedBy(4));

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

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
    void holdsFromItsConfirmationUntilTheLastMillisecondBeforeItsEnd() {
        String id = waiver.asked("respond", FRIDAY);
        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");
        assertThat(waiver.stateOf(id)).isEqualTo("ASKED");
        waiver.confirmed(JONAS, id).succeeds();

        for (Instant at : List.of(MONDAY, DUE.plusMillis(1), FRIDAY.minusMillis(1))) {
            time.setTo(at);
            assertThat(incident.stateOf("respond")).as("at %s", at).isEqualTo("WAIVED");
            assertThat(states("WAIVED")).containsExactly("respond");
            assertThat(incident.dueAt("respond")).isEqualTo(DUE);
        }
        assertThat(waiver.stateOf(id)).isEqualTo("HOLDS");
        time.setTo(FRIDAY);
        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        assertThat(states("WAIVED")).isEmpty();
        assertThat(states("BREACHED")).contains("respond");
        assertThat(waiver.stateOf(id)).isEqualTo("EXPIRED");
    }

    @Test
    void whatExpiresBeforeTheDueTimeRunsAgain() {
        waiver.held("respond", DUE.minusMillis(1));

        time.setTo(DUE.minusMillis(1));

        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");
        assertThat(incident.<Boolean>milestone("respond", "atRisk")).isTrue();
    }

    @Test
    void neverAtRiskWhileWaived() {
        waiver.held("respond", null);

        time.setTo(DUE.minusMillis(1));

        assertThat(incident.<Boolean>milestone("respond", "atRisk")).isFalse();
        assertThat(EveryPage.seenBy(MAYA).each("milestones", "{atRisk: true, key: \"respond\"}", "reference"))
                .doesNotContain(incident.reference());
    }

    @Test
    void aStopShowsAtOnce() {
        waiver.held("respond", null);
        waiver.held("lead", null);
        incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        assertThat(incident.stateOf("respond")).isEqualTo("MET");

        time.setTo(DUE.plusMillis(1));
        incident.then("offerLead", "person", "maya").then("acknowledgeLead");

        assertThat(incident.stateOf("lead")).isEqualTo("MET_LATE");
        assertThat(marks("lead")).containsExactly(true);
    }

    @Test
    void theSweepRecordsABreachUnderAWaiverAsEverAndItIsMarked() {
        String id = waiver.held("respond", FRIDAY);

        time.setTo(DUE.plusMillis(1));
        sweep.run();

        assertThat(incident.stateOf("respond")).isEqualTo("WAIVED");
        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("breachedAt")).isEqualTo(DUE.toString());
            assertThat(breach.get("detectedAt")).isEqualTo(DUE.plusMillis(1).toString());
            assertThat(breach.get("withdrawn")).isEqualTo(false);
        });
        assertThat(marks("respond")).containsExactly(true);
        assertThat(incident.<String>read("breaches { milestone waiver { id } }", covering("respond")))
                .isEqualTo(id);
        assertThat(marks("lead")).containsExactly(false);
        time.setTo(FRIDAY);
        assertThat(marks("respond")).as("for ever").containsExactly(true);
    }

    @Test
    void aChangeRecordsABreachUnderAWaiverAsTheSweepDoes() {
        waiver.held("respond", FRIDAY);
        time.setTo(DUE.plusMillis(1));

        incident.then("addNote", "body", "Still nobody there");

        assertThat(incident.breachesOf("respond")).hasSize(1);
        assertThat(marks("respond")).containsExactly(true);
    }

    @Test
    void aWaiverConfirmedAfterTheDueTimeNeitherMarksNorWithdrawsItsBreach() {
        time.setTo(DUE.plusMillis(1));
        sweep.run();

        waiver.held("respond", FRIDAY);

        assertThat(incident.stateOf("respond")).isEqualTo("WAIVED");
        assertThat(marks("respond")).containsExactly(false);
        assertThat(incident.breachesOf("respond").get(0).get("withdrawn")).isEqualTo(false);
    }

    @Test
    void aWaiverConfirmedAtTheDueTimeMarksItAndOneThatEndsThenDoesNot() {
        waiver.held("lead", DUE);
        time.setTo(DUE);
        waiver.held("respond", FRIDAY);

        time.setTo(DUE.plusMillis(1));
        sweep.run();

        assertThat(marks("respond")).containsExactly(true);
        assertThat(marks("lead")).containsExactly(false);
    }

    @Test
    void aWaiverOfARepeatingClockCoversItsCycles() {
        incident.then("addPolicy", "policy", "kubernetes-current")
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        waiver.held("stale_critical", FRIDAY);

        time.setTo(MONDAY.plus(DAY.multipliedBy(2)).plusMillis(1));
        assertThat(incident.stateOf("stale_critical")).isEqualTo("WAIVED");
        incident.then("addNote", "body", "One silence is over");
        assertThat(incident.stateOf("stale_critical")).isEqualTo("WAIVED");
        time.setTo(FRIDAY.minusMillis(1));
        assertThat(incident.stateOf("stale_critical")).isEqualTo("WAIVED");
        incident.then("addNote", "body", "So is the next, in time");
        time.setTo(FRIDAY.plus(DAY.multipliedBy(2)));
        sweep.run();

        assertThat(incident.stateOf("stale_critical")).isEqualTo("BREACHED");
        assertThat(incident.breachesOf("stale_critical"))
                .extracting(breach -> breach.get("breachedAt"))
                .containsExactly(
                        MONDAY.plus(DAY.multipliedBy(2)).toString(),
                        FRIDAY.minusMillis(1).plus(DAY.multipliedBy(2)).toString());
        assertThat(marks("stale_critical")).containsExactly(true, false);
    }

    @Test
    void whatIsWaivedLeavesTheQueueAndComesBackAtItsEndWithoutAnybodyActing() {
        incident.then("recordFact", "kind", "FIX_TEAM_STAFFED").then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        assertThat(nextDueAt()).isEqualTo(DUE.toString());
        waiver.held("lead", FRIDAY);
        assertThat(nextDueAt()).isEqualTo(MONDAY.plus(DAY.multipliedBy(7)).toString());

        time.setTo(DUE.plusMillis(1));
        sweep.run();
        assertThat(incident.breachesOf("lead")).hasSize(1);
        assertThat(incident.<Boolean>read("overdue", "overdue")).isFalse();
        time.setTo(FRIDAY);
        sweep.run();
        assertThat(incident.stateOf("lead")).isEqualTo("BREACHED");
        time.setTo(FRIDAY.plusMillis(1));
        int version = incident.<Integer>read("version", "version");
        sweep.run();

        assertThat(nextDueAt()).isEqualTo(DUE.toString());
        assertThat(incident.<Boolean>read("overdue", "overdue")).isTrue();
        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
        assertThat(incident.breachesOf("lead")).hasSize(1);
    }

    @Test
    void endedEarlyItHoldsUntilThatInstantAndTheHistoryStays() {
        String id = waiver.held("lead", FRIDAY);
        time.setTo(DUE.plusMillis(1));

        waiver.withdrawn(MAYA, id).succeeds();

        assertThat(incident.stateOf("lead")).isEqualTo("BREACHED");
        assertThat(nextDueAt()).isEqualTo(DUE.toString());
        assertThat(marks("lead")).containsExactly(true);
        assertThat(waiver.stateOf(id)).isEqualTo("ENDED");
        assertThat(waiver.<String>field(id, "until")).isEqualTo(FRIDAY.toString());
        assertThat(waiver.<String>field(id, "endedAt"))
                .isEqualTo(DUE.plusMillis(1).toString());
        String another = waiver.held("lead", FRIDAY);
        assertThat(incident.stateOf("lead")).isEqualTo("WAIVED");
        assertThat(incident.<String>read("milestones { key waiver { id } }", newest("lead")))
                .isEqualTo(another);
        assertThat(incident.<List<String>>read("waivers { id }", "waivers.id")).containsExactly(id, another);
    }

    @Test
    void pausedOrCancelledItShowsAsTheOrderOfStatesSays() {
        var other = AnIncident.reported().following("response-targets").open();
        new AWaiver(other).held("triage", null);
        other.then("waitOn", "on", "REPORTER");
        assertThat(other.stateOf("triage")).isEqualTo("WAIVED");
        Instant frozen = other.dueAt("triage");
        time.setTo(MONDAY.plus(DAY));
        assertThat(other.dueAt("triage")).as("as if resumed now").isAfter(frozen);

        waiver.held("lead", null);
        incident.then("invalidateReport").then("closeIncident", "reason", "SPAM");
        assertThat(incident.stateOf("lead")).isEqualTo("CANCELLED");
    }

    @Test
    void whatIsNoLongerStartedStaysWaived() {
        incident.then("recordFact", "kind", "FIX_RELEASED");
        waiver.held("retrospective", null);
        String fact = incident.read("facts { id kind }", "facts.find { it.kind == 'FIX_RELEASED' }.id");

        incident.then("supersedeFact", "fact", fact, "note", "It was not");

        assertThat(incident.stateOf("retrospective")).isEqualTo("WAIVED");
        assertThat(incident.<String>milestone("retrospective", "dueAt")).isNull();
    }

    @Test
    void theCheckOfADateStillNamesTheBreachItWouldLeadTo() {
        incident.then("agreeReporterDeadline", "days", 30);
        waiver.held("disclose", null);

        assertThat(incident.tried(MAYA, "planDisclosure", "at", "2026-07-08T16:00:00Z")
                        .code())
                .isEqualTo("disclosure-conflict");
    }

    @Test
    void theReporterSeesWhatWasPromisedAndNothingOfTheWaiver() {
        AReporter rosa = AReporter.reporting();
        String key = "respond";
        String view = "{ reporterView { reference nextPromise { name dueAt overdue } } }";
        var theirs = AnIncident.of(rosa.reference());
        String before = rosa.client().send(view).succeeds().response().asString();

        new AWaiver(theirs).held(key, null);

        assertThat(theirs.stateOf(key)).isEqualTo("WAIVED");
        assertThat(rosa.client().send(view).response().asString()).isEqualTo(before);
    }

    @Test
    void auditorsSeeWhenItWasWaivedAndNotWhy() {
        waiver.held("respond", FRIDAY);
        time.setTo(DUE.plusMillis(1));
        sweep.run();

        var times = AMADOU.send(
                "query($r: String!) { incidentTime(reference: $r) { milestones { key state waivedFrom waivedUntil }"
                        + " breaches { milestone waived } } }",
                "r",
                incident.reference());

        assertThat(times.<Map<String, Object>>get("incidentTime.milestones.find { it.key == 'respond' }"))
                .containsEntry("state", "WAIVED")
                .containsEntry("waivedFrom", MONDAY.toString())
                .containsEntry("waivedUntil", FRIDAY.toString());
        assertThat(times.<Map<String, Object>>get("incidentTime.milestones.find { it.key == 'lead' }"))
                .containsEntry("state", "BREACHED")
                .containsEntry("waivedFrom", null);
        assertThat(times.<List<String>>get("incidentTime.breaches.findAll { it.waived }.milestone"))
                .containsExactly("respond");
        assertThat(times.response().asString()).doesNotContain("hands", "maya", "jonas");
    }

    @Test
    void theExplanationSaysThatItIsWaived() {
        waiver.held("respond", null);

        assertThat(incident.<List<String>>read(
                        "milestones { key explanation { text } }",
                        "milestones.find { it.key == 'respond' }.explanation.text"))
                .last()
                .asString()
                .contains("waived");
    }

    /** The milestones of the incident in this state, by the filter in SQL. */
    private List<String> states(String state) {
        return EveryPage.seenBy(MAYA).of("milestones", "{states: [" + state + "]}", "reference key").stream()
                .filter(milestone -> incident.reference().equals(milestone.get("reference")))
                .map(milestone -> (String) milestone.get("key"))
                .toList();
    }

    private List<Boolean> marks(String key) {
        return incident.read(
                "breaches { milestone waived }", "breaches.findAll { it.milestone == '" + key + "' }.waived");
    }

    private static String covering(String key) {
        return "breaches.find { it.milestone == '" + key + "' }.waiver.id";
    }

    private static String newest(String key) {
        return "milestones.find { it.key == '" + key + "' }.waiver.id";
    }

    private String nextDueAt() {
        return incident.read("nextDueAt", "nextDueAt");
    }
}
