package dev.cordon.walks;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines of those who found a vulnerability, and of those who share one: nothing stays secret for ever. */
@QuarkusTest
class EmbargoWalksTest {
    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    /** 45 days after Wednesday 4 March are a Saturday, so Monday. */
    @Test
    @WalkOf("cert-cc-45")
    void fortyFiveDaysThatEndOnAWeekendEndOnMonday() {
        Walk walk = Walk.reported(time, sweep, "cert-cc-45", "2026-03-02T12:00:00Z")
                .isWithoutDueTime("disclose", "PENDING");
        walk.isLed().then("validateReport").then("acceptIncident");

        walk.at("2026-03-04T12:00:00Z").happens("VENDOR_CONTACTED").isDue("disclose", "2026-04-20T12:00:00Z");
        walk.at("2026-04-18T12:00:00.001Z").isDue("disclose", "2026-04-20T12:00:00Z");
        walk.runsUntil("disclose", "2026-04-20T12:00:00Z");
        walk.at("2026-04-21T12:00:00Z")
                .isMetLateBy("disclose", "PUBLICLY_DISCLOSED")
                .isResolved();

        walk.endsWith("cert-cc-45", "disclose", "MET_LATE").hasMissed("disclose", "2026-04-20T12:00:00Z");
    }

    /** 7 days to say that it exists, 90 to fix it, 30 more to tell the details. */
    @Test
    @WalkOf("project-zero-90-30")
    void ninetyDaysToFixAndThirtyMoreToTheDetails() {
        Walk walk = Walk.reported(time, sweep, "project-zero-90-30", "2026-03-02T12:00:00Z");
        walk.isLed().then("validateReport").then("acceptIncident").is("existence", "PENDING");
        walk.happens("VENDOR_CONTACTED").isDue("patch", "2026-05-31T12:00:00Z");

        walk.isMetAt("existence", "2026-03-09T12:00:00Z", "EXISTENCE_PUBLISHED");
        walk.runsUntil("patch", "2026-05-31T12:00:00Z");
        walk.at("2026-06-01T12:00:00Z").isMetLateBy("patch", "FIX_RELEASED");
        walk.isMetAt("details", "2026-07-01T12:00:00Z", "PUBLICLY_DISCLOSED").isResolved();

        walk.endsWith(
                        "project-zero-90-30",
                        "existence",
                        "MET",
                        "patch",
                        "MET_LATE",
                        "patch_itw",
                        "PENDING",
                        "details",
                        "MET")
                .hasMissed("patch", "2026-05-31T12:00:00Z");
    }

    @Test
    @WalkOf("project-zero-90-30")
    void attacksLeaveSevenDaysOfTheNinety() {
        Walk walk = Walk.reported(time, sweep, "project-zero-90-30", "2026-03-02T12:00:00Z");
        walk.isLed().then("validateReport").then("acceptIncident").happens("VENDOR_CONTACTED", "EXISTENCE_PUBLISHED");

        walk.at("2026-04-01T12:00:00Z").happens("ATTACKS_OBSERVED").is("patch", "CANCELLED");
        walk.runsUntil("patch_itw", "2026-04-08T12:00:00Z");
        walk.at("2026-04-08T13:00:00Z").isMetLateBy("patch_itw", "FIX_RELEASED").is("patch", "CANCELLED");
        walk.isDue("details", "2026-05-08T13:00:00Z")
                .happens("PUBLICLY_DISCLOSED")
                .isResolved();

        walk.endsWith(
                        "project-zero-90-30",
                        "existence",
                        "MET",
                        "patch",
                        "CANCELLED",
                        "patch_itw",
                        "MET_LATE",
                        "details",
                        "MET")
                .hasMissed("patch_itw", "2026-04-08T12:00:00Z");
    }

    /** At most 14 days after the list was told, and the exploit 7 days after the world was. */
    @Test
    @WalkOf("linux-distros")
    void listThatWasToldKeepsTheSecretFourteenDays() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-06-01T19:00:00Z")
                .then("addPolicy", "policy", "linux-distros")
                .is("max_embargo", "PENDING")
                .isLed();
        walk.then("validateReport").then("acceptIncident");

        walk.at("2026-06-08T16:00:00Z")
                .happens("VENDORS_NOTIFIED", "EXPLOIT_SHARED_WITH_VENDORS")
                .isWithoutDueTime("exploit_post", "PENDING");
        walk.runsUntil("max_embargo", "2026-06-22T16:00:00Z");
        walk.at("2026-06-22T17:00:00Z").isMetLateBy("max_embargo", "PUBLICLY_DISCLOSED");
        walk.isMetAt("exploit_post", "2026-06-29T17:00:00Z", "EXPLOIT_PUBLISHED")
                .isResolved();

        walk.endsWith("linux-distros", "max_embargo", "MET_LATE", "exploit_post", "MET");
    }

    /** An exploit nobody shared need not be posted. */
    @Test
    @WalkOf("linux-distros")
    void exploitThatWasNotSharedIsNotAwaited() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-06-01T19:00:00Z")
                .then("addPolicy", "policy", "linux-distros")
                .isLed()
                .happens("VENDORS_NOTIFIED");
        walk.then("validateReport");

        walk.isMetAt("max_embargo", "2026-06-15T19:00:00Z", "PUBLICLY_DISCLOSED");
        walk.at("2026-06-22T19:00:00.001Z").is("exploit_post", "PENDING").isResolved();

        walk.endsWith("linux-distros", "max_embargo", "MET", "exploit_post", "PENDING");
    }

    /** Ninety days from the report, agreed when five had gone. */
    @Test
    @WalkOf("reporter-deadline")
    void deadlineOfAReporterCountsFromTheReport() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-06-01T19:00:00Z")
                .isLed();
        walk.then("validateReport").then("acceptIncident");

        walk.at("2026-06-06T19:00:00Z").then("agreeReporterDeadline", "days", 90);
        walk.isDue("disclose", "2026-08-30T19:00:00Z").runsUntil("disclose", "2026-08-30T19:00:00Z");
        walk.at("2026-08-31T16:00:00Z")
                .isMetLateBy("disclose", "PUBLICLY_DISCLOSED")
                .isResolved();

        walk.endsWith("reporter-deadline", "disclose", "MET_LATE");
    }
}
