package dev.cordon.walks;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two processes of Kubernetes: the one of 2017, in elapsed time, and the one of today, in working days of California. */
@QuarkusTest
class KubernetesWalksTest {
    private static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    /** "24 hours … 7 days … 14 days … 21 days" after the report. */
    @Test
    @WalkOf("kubernetes-2017")
    void theProcessOf2017CountsFromTheReport() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-2017", "2026-03-02T12:00:00Z")
                .isDue("respond", "2026-03-03T12:00:00Z")
                .isDue("lead", "2026-03-03T12:00:00Z")
                .isDue("staff_fix_team", "2026-03-03T12:00:00Z")
                .isDue("notify_users", "2026-03-09T12:00:00Z")
                .isDue("notify_vendors", "2026-03-16T12:00:00Z")
                .isDue("release_fix", "2026-03-23T12:00:00Z")
                .is("retrospective", "PENDING");

        walk.at("2026-03-03T12:00:00Z").isLed().is("lead", "MET").then("validateReport");
        walk.isMetAt("respond", "2026-03-03T12:00:00Z", "RESPONDED_TO_REPORTER").is("staff_fix_team", "BREACHED");
        walk.at("2026-03-03T15:00:00Z")
                .isMetLateBy("staff_fix_team", "FIX_TEAM_STAFFED")
                .then("acceptIncident");
        walk.isMetAt("notify_users", "2026-03-09T12:00:00Z", "FORTHCOMING_FIX_ANNOUNCED");
        walk.isMetAt("notify_vendors", "2026-03-16T12:00:00Z", "VENDORS_NOTIFIED");
        walk.runsUntil("release_fix", "2026-03-23T12:00:00Z");
        walk.at("2026-03-24T09:00:00Z")
                .isMetLateBy("release_fix", "FIX_RELEASED")
                .happens("PUBLICLY_DISCLOSED");
        walk.isResolved().isDue("retrospective", "2026-03-27T09:00:00Z");
        walk.isMetAt("retrospective", "2026-03-27T09:00:00Z", "RETROSPECTIVE_HELD");

        walk.endsWith(
                        "kubernetes-2017",
                        "respond",
                        "MET",
                        "lead",
                        "MET",
                        "staff_fix_team",
                        "MET_LATE",
                        "notify_users",
                        "MET",
                        "notify_vendors",
                        "MET",
                        "release_fix",
                        "MET_LATE",
                        "retrospective",
                        "MET")
                .hasMissed("staff_fix_team", "2026-03-03T12:00:00Z", "release_fix", "2026-03-23T12:00:00Z");
    }

    /** Reported on a Friday at noon in Los Angeles: a business day later is Monday noon, 24 hours later Saturday noon. */
    @Test
    @WalkOf("kubernetes-current")
    void theProcessOfTodayCountsWorkingDaysAheadOfDatesAndSilence() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-06-05T19:00:00Z")
                .isDue("respond", "2026-06-08T19:00:00Z")
                .isDue("lead", "2026-06-08T19:00:00Z")
                .isDue("analyse", "2026-06-10T19:00:00Z")
                .isDue("develop_fix", "2026-06-12T19:00:00Z")
                .is("notify_vendors", "PENDING")
                .is("stale_critical", "PENDING")
                .isMetAt("staff_fix_team", "2026-06-06T19:00:00Z", "FIX_TEAM_STAFFED");
        walk.at("2026-06-08T19:00:00Z").isLed().is("lead", "MET");
        walk.isMetAt("respond", "2026-06-08T19:00:00Z", "RESPONDED_TO_REPORTER");

        // Waiting for the reporter from Tuesday noon to Wednesday noon moves both that pause by a day.
        walk.at("2026-06-09T19:00:00Z").then("waitOn", "on", "REPORTER").is("analyse", "PAUSED");
        walk.at("2026-06-10T19:00:00Z")
                .then("waitOn", "on", "NONE")
                .isDue("develop_fix", "2026-06-13T19:00:00Z")
                .runsUntil("analyse", "2026-06-11T19:00:00Z")
                .then("validateReport")
                .is("analyse", "MET_LATE");

        walk.at("2026-06-12T19:00:00Z").then("acceptIncident").then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        walk.happens("CVE_ASSIGNED")
                .is("develop_fix", "RUNNING")
                .happens("FIX_READY")
                .is("develop_fix", "MET");
        walk.runsUntil("stale_critical", "2026-06-14T19:00:00Z").then("addNote", "body", "Looking for a date");
        walk.isDue("stale_critical", "2026-06-16T19:00:00.001Z");

        // A week of notice before a Wednesday at 16:00 UTC, and a day before the release.
        walk.at("2026-06-15T16:00:00Z")
                .then("planDisclosure", "at", "2026-06-24T16:00:00Z")
                .then("planRelease", "at", "2026-06-24T16:00:00Z")
                .then("scoreIncident", "vector", HIGH)
                .is("stale_critical", "CANCELLED")
                .isDue("stale_high", "2026-06-22T16:00:00Z");
        walk.isMetAt("notify_vendors", "2026-06-17T16:00:00Z", "VENDORS_NOTIFIED");
        walk.runsUntil("final_notice", "2026-06-23T16:00:00Z");
        walk.at("2026-06-23T17:00:00Z").isMetLateBy("final_notice", "VENDORS_FINALLY_NOTIFIED");
        walk.at("2026-06-24T16:00:00Z")
                .happens("FIX_RELEASED", "PUBLICLY_DISCLOSED")
                .isWithoutDueTime("publish_cve", "RUNNING");
        walk.isMetAt("retrospective", "2026-06-27T16:00:00Z", "RETROSPECTIVE_HELD")
                .isResolved();
        walk.at("2026-07-27T16:00:00Z")
                .isWithoutDueTime("publish_cve", "RUNNING")
                .happens("CVE_RECORD_PUBLISHED");

        walk.endsWith(
                        "kubernetes-current",
                        "respond",
                        "MET",
                        "analyse",
                        "MET_LATE",
                        "lead",
                        "MET",
                        "staff_fix_team",
                        "MET",
                        "develop_fix",
                        "MET",
                        "notify_vendors",
                        "MET",
                        "final_notice",
                        "MET_LATE",
                        "publish_cve",
                        "MET",
                        "retrospective",
                        "MET",
                        "stale_critical",
                        "CANCELLED",
                        "stale_high",
                        "CANCELLED",
                        "stale_medium",
                        "PENDING")
                .hasMissed(
                        "analyse", "2026-06-11T19:00:00Z",
                        "stale_critical", "2026-06-14T19:00:00Z",
                        "final_notice", "2026-06-23T16:00:00Z");
    }
}
