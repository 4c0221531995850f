package dev.cordon.sweep;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sweep records, and what it leaves alone. */
@QuarkusTest
class SweepTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Sweep sweep;

    @Inject
    MovedTime time;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void dueTimeThatPassedIsRecordedOnceWithItsTimelineEvent() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();
        int version = incident.<Integer>read("version", "version");

        time.setTo(MONDAY.plus(DAY));
        sweep.run();
        assertThat(incident.breachesOf("respond")).isEmpty();
        time.setTo(MONDAY.plus(DAY).plusMillis(1));
        sweep.run();
        sweep.run();

        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("breachedAt")).isEqualTo(MONDAY.plus(DAY).toString());
            assertThat(breach.get("detectedAt"))
                    .isEqualTo(MONDAY.plus(DAY).plusMillis(1).toString());
        });
        assertThat(incident.timeline())
                .containsOnlyOnceElementsOf(List.of("REPORTED"))
                .endsWith("BREACH_RECORDED", "ESCALATED", "ESCALATED", "ESCALATED");
        List<Integer> sequences = incident.sequences();
        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
    }

    @Test
    void sweepComesBackForTheNextDueTime() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();

        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        sweep.run();
        time.setTo(MONDAY.plus(DAY.multipliedBy(8)));
        sweep.run();

        assertThat(incident.breachesOf("respond")).hasSize(1);
        assertThat(incident.breachesOf("notify_users")).hasSize(1);
        assertThat(incident.breachesOf("notify_vendors")).isEmpty();
    }

    @Test
    void changeAfterTheSweepContinuesItsTimelineWithoutAGap() {
        time.setTo(MONDAY);
        var incident = AnIncident.reported().open();
        time.setTo(MONDAY.plus(DAY.multipliedBy(2)));
        sweep.run();

        incident.then("addNote", "body", "After the sweep");

        List<Integer> sequences = incident.sequences();
        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(incident.timeline()).contains("BREACH_RECORDED").endsWith("ESCALATED", "NOTE_ADDED");
    }

    @Test
    void metPausedCancelledAndPendingMilestonesAreLeftAlone() {
        time.setTo(MONDAY);
        var met = AnIncident.reported().open().then("recordFact", "kind", "RESPONDED_TO_REPORTER");
        var paused = AnIncident.reported().following("response-targets").open().then("waitOn", "on", "REPORTER");
        var cancelled = AnIncident.reported()
                .open()
                .then("invalidateReport")
                .then("closeIncident", "reason", "NOT_REPRODUCIBLE");
        var pending = AnIncident.reported().following("cert-cc-45").open();

        time.setTo(MONDAY.plus(DAY.multipliedBy(90)));
        sweep.run();

        assertThat(met.breachesOf("respond")).isEmpty();
        assertThat(paused.breachesOf("triage")).isEmpty();
        assertThat(cancelled.<List<Object>>read("breaches { id }", "breaches")).isEmpty();
        assertThat(pending.<List<Object>>read("breaches { id }", "breaches")).isEmpty();
        assertThat(met.breachesOf("lead")).hasSize(1);
    }

    @Test
    void everyPassLeavesARowForOperators() {
        MAYA.send("mutation { runSweep { breaches incidents replica } }").succeeds();

        assertThat(OLGA.send("{ lastSweep { replica startedAt finishedAt } }").<String>get("lastSweep.startedAt"))
                .isNotBlank();
        assertThat(INES.send("{ lastSweep { replica } }").code()).isEqualTo("forbidden");
        assertThat(AMADOU.send("mutation { runSweep { breaches } }").code()).isEqualTo("forbidden");
    }
}
