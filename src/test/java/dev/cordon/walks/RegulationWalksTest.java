package dev.cordon.walks;

import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Article 14 of the Cyber Resilience Act, added to an incident that follows the process of Kubernetes. */
@QuarkusTest
class RegulationWalksTest {
    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    /** 24 hours, 72 hours, and 14 days from the measure: before there is one, nothing is due however long it takes. */
    @Test
    @WalkOf("cra-vulnerability")
    void finalReportHasNoDueTimeUntilAMeasureExists() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-09-14T19:00:00Z")
                .isLed()
                .then("validateReport")
                .then("acceptIncident")
                .then("addPolicy", "policy", "cra-vulnerability", "reason", "Attacks were seen");
        walk.is("early_warning", "PENDING");

        walk.at("2026-09-16T09:00:00Z")
                .happens("AWARE_OF_EXPLOITATION")
                .isDue("notification", "2026-09-19T09:00:00Z")
                .isWithoutDueTime("inform_users", "RUNNING")
                .isWithoutDueTime("final_report", "PENDING");
        walk.isMetAt("early_warning", "2026-09-17T09:00:00Z", "CRA_EARLY_WARNING_SUBMITTED");
        walk.runsUntil("notification", "2026-09-19T09:00:00Z");
        walk.at("2026-09-19T10:00:00Z").isMetLateBy("notification", "CRA_NOTIFICATION_SUBMITTED");

        walk.at("2026-10-12T09:00:00Z").isWithoutDueTime("final_report", "PENDING");
        walk.happens("MEASURE_AVAILABLE", "FORTHCOMING_FIX_ANNOUNCED").is("inform_users", "MET");
        walk.isMetAt("final_report", "2026-10-26T09:00:00Z", "CRA_FINAL_REPORT_SUBMITTED")
                .isResolved();

        walk.endsWith(
                "cra-vulnerability",
                "early_warning",
                "MET",
                "notification",
                "MET_LATE",
                "final_report",
                "MET",
                "inform_users",
                "MET");
    }

    @Test
    @WalkOf("cra-vulnerability")
    void finalReportIsMissedFourteenDaysAfterTheMeasure() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-09-14T19:00:00Z")
                .then("addPolicy", "policy", "cra-vulnerability")
                .happens("AWARE_OF_EXPLOITATION", "MEASURE_AVAILABLE");

        walk.runsUntil("early_warning", "2026-09-15T19:00:00Z").runsUntil("final_report", "2026-09-28T19:00:00Z");
        walk.isMetLateBy("final_report", "CRA_FINAL_REPORT_SUBMITTED");
    }

    /** A month after the notification of 31 October is 30 November. */
    @Test
    @WalkOf("cra-incident")
    void finalReportIsDueAMonthAfterTheNotification() {
        Walk walk = Walk.reported(time, sweep, "kubernetes-current", "2026-10-28T19:00:00Z")
                .isLed()
                .then("validateReport")
                .then("acceptIncident")
                .then("addPolicy", "policy", "cra-incident");

        walk.at("2026-10-29T09:00:00Z")
                .happens("AWARE_OF_SEVERE_INCIDENT")
                .isDue("notification", "2026-11-01T09:00:00Z")
                .isWithoutDueTime("final_report", "PENDING");
        walk.runsUntil("early_warning", "2026-10-30T09:00:00Z")
                .isMetLateBy("early_warning", "CRA_EARLY_WARNING_SUBMITTED");
        walk.at("2026-10-31T09:00:00Z").happens("CRA_NOTIFICATION_SUBMITTED").is("notification", "MET");
        walk.isDue("final_report", "2026-11-30T09:00:00Z");
        walk.isMetAt("final_report", "2026-11-30T09:00:00Z", "CRA_FINAL_REPORT_SUBMITTED")
                .isResolved();

        walk.endsWith("cra-incident", "early_warning", "MET_LATE", "notification", "MET", "final_report", "MET");
    }
}
