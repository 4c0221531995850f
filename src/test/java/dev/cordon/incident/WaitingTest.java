package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for somebody outside the team, as it shows on an incident ("Rules of the clock", 4). */
@QuarkusTest
class WaitingTest {
    /** A Monday, noon in Los Angeles, where the policy's calendar counts. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    MovedTime time;

    private AnIncident incident;

    @BeforeEach
    void reportOnMonday() {
        time.setTo(MONDAY);
        incident = AnIncident.reported().following("kubernetes-current").open();
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void pauseMovesTheDueTimeByTheTimeItTook() {
        Instant due = incident.dueAt("analyse");
        time.setTo(MONDAY.plus(HOUR));
        incident.then("waitOn", "on", "REPORTER", "note", "Asked for a reproducer");
        assertThat(incident.stateOf("analyse")).isEqualTo("PAUSED");
        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");

        time.setTo(MONDAY.plus(HOUR.multipliedBy(6)));
        assertThat(incident.dueAt("analyse")).isEqualTo(due.plus(HOUR.multipliedBy(5)));
        incident.then("waitOn", "on", "NONE");

        assertThat(incident.stateOf("analyse")).isEqualTo("RUNNING");
        assertThat(incident.dueAt("analyse")).isEqualTo(due.plus(HOUR.multipliedBy(5)));
        assertThat(incident.<String>milestone("analyse", "pausedTotal")).isEqualTo("PT5H");
    }

    @Test
    void pausedWeekendMovesNothingOnABusinessCalendar() {
        Instant due = incident.dueAt("analyse");
        Instant saturday = Instant.parse("2026-06-06T07:00:00Z");
        time.setTo(MONDAY.plus(HOUR));
        incident.then("waitOn", "on", "REPORTER");

        time.setTo(saturday);
        Instant dueOnSaturday = incident.dueAt("analyse");
        time.setTo(saturday.plus(Duration.ofDays(2)));

        assertThat(incident.dueAt("analyse")).isEqualTo(dueOnSaturday).isAfter(due);
    }

    @Test
    void pausedMilestoneIsNotBreachedHoweverLongItWaits() {
        time.setTo(MONDAY.plus(HOUR));
        incident.then("waitOn", "on", "REPORTER");

        time.setTo(MONDAY.plus(Duration.ofDays(60)));
        incident.then("addNote", "body", "Still no word");

        assertThat(incident.stateOf("analyse")).isEqualTo("PAUSED");
        assertThat(incident.breachesOf("analyse")).isEmpty();
        assertThat(incident.breachesOf("respond")).hasSize(1);
    }

    @Test
    void waitDatedBackToInTimeWithdrawsTheBreachIfSomebodySaysWhy() {
        time.setTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(incident.stateOf("analyse")).isEqualTo("BREACHED");
        String since = MONDAY.plus(HOUR).toString();

        assertThat(incident.tried(MAYA, "waitOn", "on", "REPORTER", "since", since)
                        .code())
                .isEqualTo("reason-required");
        incident.then("waitOn", "on", "REPORTER", "since", since, "note", "Asked by mail on Monday");

        assertThat(incident.stateOf("analyse")).isEqualTo("PAUSED");
        assertThat(incident.breachesOf("analyse"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(true));
    }

    @Test
    void waitThatBeginsAfterTheDueTimePausesNothing() {
        time.setTo(MONDAY.plus(Duration.ofDays(7)));

        incident.then("waitOn", "on", "REPORTER");

        assertThat(incident.stateOf("analyse")).isEqualTo("BREACHED");
    }

    @Test
    void incidentDoesNotWaitTwiceOrEndBeforeItBegan() {
        time.setTo(MONDAY.plus(HOUR));
        incident.then("waitOn", "on", "VENDOR");

        assertThat(incident.tried(MAYA, "waitOn", "on", "VENDOR").code()).isEqualTo("invalid-wait");
        assertThat(incident.tried(MAYA, "waitOn", "on", "NONE", "since", MONDAY.toString())
                        .code())
                .isEqualTo("invalid-wait");
    }
}
