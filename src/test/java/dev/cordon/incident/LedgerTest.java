package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Rules of the clock" as they show on an incident: when a breach is recorded, withdrawn, and stands again. */
@QuarkusTest
class LedgerTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    MovedTime time;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void reportReceivedADayAndAnHourAgoIsBreachedAtOnce() {
        var incident = AnIncident.reported().hoursAgo(25).open();

        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        assertThat(incident.stateOf("notify_users")).isEqualTo("RUNNING");
        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("cause")).isEqualTo("MISSED");
            assertThat(breach.get("breachedAt"))
                    .isEqualTo(incident.reportedAt().plus(DAY).toString());
        });
    }

    @Test
    void answerThatWasGivenInTimeMakesTheMilestoneMetAndWithdrawsItsBreach() {
        var incident = AnIncident.reported().hoursAgo(25).open();

        incident.then(
                "recordFact",
                "kind",
                "RESPONDED_TO_REPORTER",
                "occurredAt",
                incident.reportedAt().plus(Duration.ofHours(1)).toString(),
                "note",
                "Answered by mail, message of that day.");

        assertThat(incident.stateOf("respond")).isEqualTo("MET");
        assertThat(incident.<String>milestone("respond", "recordedLateBy")).startsWith("PT1H");
        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("withdrawn")).isEqualTo(true);
            assertThat(breach.get("withdrawnReason")).isEqualTo("Answered by mail, message of that day.");
        });
        assertThat(incident.timeline()).contains("BREACH_RECORDED", "BREACH_WITHDRAWN");
    }

    @Test
    void breachIsNotErasedWithoutAWord() {
        var incident = AnIncident.reported().hoursAgo(25).open();

        var refused = incident.tried(
                MAYA,
                "recordFact",
                "kind",
                "RESPONDED_TO_REPORTER",
                "occurredAt",
                incident.reportedAt().toString());

        assertThat(refused.code()).isEqualTo("reason-required");
        assertThat(refused.message()).contains("Answer the reporter", "note");
        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        assertThat(incident.<Integer>read("facts { kind }", "facts.size()")).isEqualTo(1);
    }

    @Test
    void sameRowStandsAgainWhenTheCorrectionIsUndone() {
        var incident = AnIncident.reported().hoursAgo(25).open();
        Object id = incident.breachesOf("respond").get(0).get("id");
        incident.then(
                "recordFact",
                "kind",
                "RESPONDED_TO_REPORTER",
                "occurredAt",
                incident.reportedAt().toString(),
                "note",
                "By phone");
        String fact = incident.read("facts { id kind }", "facts.find { it.kind == 'RESPONDED_TO_REPORTER' }.id");

        incident.then("supersedeFact", "fact", fact, "note", "That was the automatic reply");

        assertThat(incident.stateOf("respond")).isEqualTo("BREACHED");
        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("id")).isEqualTo(id);
            assertThat(breach.get("withdrawn")).isEqualTo(false);
        });
        assertThat(incident.timeline()).endsWith("FACT_SUPERSEDED", "BREACH_RESTORED");
    }

    @Test
    void stopAtTheDueTimeIsInTimeAndOneMillisecondLaterIsLate() {
        time.setTo(MONDAY);
        var inTime = AnIncident.reported().open();
        var late = AnIncident.reported().open();

        time.setTo(MONDAY.plus(DAY));
        inTime.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        assertThat(late.stateOf("respond")).isEqualTo("RUNNING");
        time.setTo(MONDAY.plus(DAY).plusMillis(1));
        assertThat(late.stateOf("respond")).isEqualTo("BREACHED");
        late.then("recordFact", "kind", "RESPONDED_TO_REPORTER");

        assertThat(inTime.stateOf("respond")).isEqualTo("MET");
        assertThat(inTime.breachesOf("respond")).isEmpty();
        assertThat(late.stateOf("respond")).isEqualTo("MET_LATE");
        assertThat(late.breachesOf("respond"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("metLateAt"))
                        .isEqualTo(MONDAY.plus(DAY).plusMillis(1).toString()));
    }

    @Test
    void everyChangeRecordsWhatWasDueBeforeItThoughNoSweepRan() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();

        time.setTo(MONDAY.plus(DAY.multipliedBy(8)));
        incident.then("addNote", "body", "Nothing to do with deadlines");

        assertThat(incident.breachesOf("notify_users")).hasSize(1);
        assertThat(incident.breachesOf("notify_vendors")).isEmpty();
    }

    @Test
    void machineNeverStopsAClock() {
        var incident = AnIncident.reported().open();

        incident.tried(SCANNER, "recordFact", "kind", "RESPONDED_TO_REPORTER").succeeds();

        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");
        assertThat(incident.<Boolean>read(
                        "facts { kind byMachine }", "facts.find { it.kind == 'RESPONDED_TO_REPORTER' }.byMachine"))
                .isTrue();
    }

    @Test
    void machineDoesNotCorrectWhatAPersonRecorded() {
        var incident = AnIncident.reported().open().then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        String fact = incident.read("facts { id kind }", "facts.find { it.kind == 'RESPONDED_TO_REPORTER' }.id");

        var refused = incident.tried(SCANNER, "supersedeFact", "fact", fact, "note", "Looks automatic");

        assertThat(refused.code()).isEqualTo("fact-not-correctable");
        assertThat(incident.stateOf("respond")).isEqualTo("MET");
    }

    @Test
    void correctedReceiptMovesEveryDueTimeAndWithdrawsWhatWasNotMissed() {
        var incident = AnIncident.reported().hoursAgo(25).open();
        String received = incident.read("facts { id kind }", "facts.find { it.kind == 'REPORT_RECEIVED' }.id");
        Instant really = incident.reportedAt().plus(Duration.ofHours(20));

        incident.then("supersedeFact", "fact", received, "occurredAt", really.toString(), "note", "Wrong time zone");

        assertThat(incident.dueAt("respond")).isEqualTo(really.plus(DAY));
        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");
        assertThat(incident.breachesOf("respond"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(true));
        assertThat(incident.<String>read("reportedAt", "reportedAt")).isEqualTo(really.toString());
    }

    @Test
    void laterSeverityNeverWithdrawsABreach() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().following("severity-defectdojo").open();
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        time.setTo(MONDAY.plus(DAY.multipliedBy(8)));
        assertThat(incident.stateOf("fix_critical")).isEqualTo("BREACHED");

        incident.then("scoreIncident", "vector", AnIncident.LOW);

        assertThat(incident.stateOf("fix_critical")).isEqualTo("CANCELLED");
        assertThat(incident.breachesOf("fix_critical"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(false));
        assertThat(incident.stateOf("fix_low")).isEqualTo("RUNNING");
    }

    @Test
    void ruleThatBeginsToApplyAfterItsDueTimeIsBornLate() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().following("severity-defectdojo").open();
        assertThat(incident.stateOf("fix_critical")).isEqualTo("PENDING");

        time.setTo(MONDAY.plus(DAY.multipliedBy(10)));
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);

        assertThat(incident.stateOf("fix_critical")).isEqualTo("BREACHED");
        assertThat(incident.breachesOf("fix_critical")).singleElement().satisfies(breach -> {
            assertThat(breach.get("cause")).isEqualTo("BORN_LATE");
            assertThat(breach.get("breachedAt"))
                    .isEqualTo(MONDAY.plus(DAY.multipliedBy(7)).toString());
        });
    }

    @Test
    void closingAsResolvedCancelsNothingAndAnyOtherReasonCancelsWhatIsNotStopped() {
        var resolved = accepted().then("closeIncident", "reason", "RESOLVED");
        var notOurs = accepted().then("closeIncident", "reason", "OTHER_VENDOR");

        assertThat(resolved.stateOf("release_fix")).isEqualTo("RUNNING");
        assertThat(resolved.<String>read("nextDueAt", "nextDueAt")).isNotNull();
        assertThat(notOurs.stateOf("release_fix")).isEqualTo("CANCELLED");
        assertThat(notOurs.<String>milestone("release_fix", "cancelCause")).isEqualTo("CLOSED");
        assertThat(notOurs.<String>read("nextDueAt", "nextDueAt")).isNull();
    }

    @Test
    void factInTheFutureIsRefused() {
        var incident = AnIncident.reported().open();

        var refused = incident.tried(MAYA, "recordFact", "kind", "FIX_READY", "occurredAt", "2999-01-01T00:00:00Z");

        assertThat(refused.code()).isEqualTo("future-instant");
        assertThat(refused.message()).contains("FIX_READY", "2999-01-01T00:00:00Z");
    }

    private static AnIncident accepted() {
        return AnIncident.reported().open().then("validateReport").then("acceptIncident");
    }
}
