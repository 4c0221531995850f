package dev.cordon.walks;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Targets by severity, in business days, and the one of disclose.io. */
@QuarkusTest
class TargetWalksTest {
    private static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
    private static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N";

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    /** 90 days for a medium one, 30 for a high one, both from the report, whenever the severity was found. */
    @Test
    @WalkOf("severity-defectdojo")
    void severityDecidesHowManyDaysAFixMayTake() {
        Walk walk = Walk.reported(time, sweep, "severity-defectdojo", "2026-03-02T12:00:00Z")
                .isLed();
        walk.then("validateReport")
                .then("acceptIncident")
                .is("fix_medium", "PENDING")
                .is("fix_high", "PENDING");

        walk.at("2026-03-03T12:00:00Z")
                .then("scoreIncident", "vector", MEDIUM)
                .isDue("fix_medium", "2026-05-31T12:00:00Z");
        walk.at("2026-03-05T12:00:00Z").then("scoreIncident", "vector", HIGH).is("fix_medium", "CANCELLED");
        walk.runsUntil("fix_high", "2026-04-01T12:00:00Z");
        walk.at("2026-04-02T12:00:00Z").isMetLateBy("fix_high", "FIX_RELEASED").isResolved();

        walk.endsWith(
                        "severity-defectdojo",
                        "fix_critical",
                        "PENDING",
                        "fix_high",
                        "MET_LATE",
                        "fix_medium",
                        "CANCELLED",
                        "fix_low",
                        "PENDING")
                .hasMissed("fix_high", "2026-04-01T12:00:00Z");
    }

    /** 24 hours to mitigate and 30 days to fix, from the day it was found valid. */
    @Test
    @WalkOf("severity-gitlab")
    void criticalIncidentIsMitigatedWithinADayAndFixedWithinThirty() {
        Walk walk = Walk.reported(time, sweep, "severity-gitlab", "2026-03-02T12:00:00Z")
                .isLed();
        walk.then("scoreIncident", "vector", AnIncident.LOG4SHELL).is("mitigate_critical", "PENDING");

        walk.at("2026-03-03T12:00:00Z").then("validateReport").then("acceptIncident");
        walk.isDue("fix_high", "2026-04-02T12:00:00Z").runsUntil("mitigate_critical", "2026-03-04T12:00:00Z");
        walk.at("2026-03-04T15:00:00Z").isMetLateBy("mitigate_critical", "MEASURE_AVAILABLE");
        walk.at("2026-03-05T12:00:00Z").then("scoreIncident", "vector", HIGH).is("mitigate_critical", "MET_LATE");
        walk.isMetAt("fix_high", "2026-04-02T12:00:00Z", "FIX_RELEASED").isResolved();

        walk.endsWith(
                        "severity-gitlab",
                        "mitigate_critical",
                        "MET_LATE",
                        "fix_high",
                        "MET",
                        "fix_medium",
                        "PENDING",
                        "fix_low",
                        "PENDING")
                .hasMissed("mitigate_critical", "2026-03-04T12:00:00Z");
    }

    /** From Friday noon: 5 business days are the next Friday noon, 10 the one after, 30 six weeks. */
    @Test
    @WalkOf("response-targets")
    void businessDaysLeaveOutWeekendsAndWaitForTheReporter() {
        Walk walk = Walk.reported(time, sweep, "response-targets", "2026-03-06T12:00:00Z")
                .isDue("respond", "2026-03-13T12:00:00Z")
                .isDue("triage", "2026-03-20T12:00:00Z")
                .isDue("resolve", "2026-04-17T12:00:00Z")
                .isLed();

        walk.at("2026-03-11T12:00:00Z").then("waitOn", "on", "REPORTER").is("triage", "PAUSED");
        walk.isMetAt("respond", "2026-03-13T12:00:00Z", "RESPONDED_TO_REPORTER");
        // From Wednesday noon to Monday noon are three business days.
        walk.at("2026-03-16T12:00:00Z").then("waitOn", "on", "NONE").isDue("resolve", "2026-04-17T12:00:00Z");
        walk.runsUntil("triage", "2026-03-25T12:00:00Z").then("validateReport").is("triage", "MET_LATE");
        walk.then("acceptIncident").at("2026-04-17T12:00:00Z").isResolved();

        walk.endsWith("response-targets", "respond", "MET", "triage", "MET_LATE", "resolve", "MET")
                .hasMissed("triage", "2026-03-25T12:00:00Z");
    }

    /** Three days, weekend or not, and an automatic reply is no answer. */
    @Test
    @WalkOf("disclose-io")
    void reporterHearsFromAPersonWithinThreeDays() {
        Walk walk = Walk.reported(time, sweep, "disclose-io", "2026-03-06T12:00:00Z")
                .isDue("respond", "2026-03-09T12:00:00Z");
        walk.incident()
                .tried(GraphQL.SCANNER, "recordFact", "kind", "RESPONDED_TO_REPORTER")
                .succeeds();

        walk.runsUntil("respond", "2026-03-09T12:00:00Z");
        walk.at("2026-03-09T13:00:00Z").isMetLateBy("respond", "RESPONDED_TO_REPORTER");
        walk.then("invalidateReport").then("closeIncident", "reason", "NOT_REPRODUCIBLE");

        walk.endsWith("disclose-io", "respond", "MET_LATE").hasMissed("respond", "2026-03-09T12:00:00Z");
    }
}
