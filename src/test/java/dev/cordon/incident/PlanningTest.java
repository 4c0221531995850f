package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Transactions;
import dev.cordon.policy.CaseHistory;
import dev.cordon.samples.MovedTime;
import dev.cordon.sweep.Sweep;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planned dates, the notice that is due before them, and silence, as they show on an incident. */
@QuarkusTest
class PlanningTest {
    /** A Monday, noon in Los Angeles, where the policy's calendar counts. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T19:00:00Z");

    private static final Instant DISCLOSURE = Instant.parse("2026-06-24T16:00:00Z");
    private static final Instant NOTICE_DUE = Instant.parse("2026-06-17T16:00:00Z");
    private static final String CHECK =
            "query($r: String!, $at: DateTime!) { checkDisclosureDate(reference: $r, at: $at) { kind policy milestone message dueAt } }";

    @Inject
    MovedTime time;

    @Inject
    Sweep sweep;

    @Inject
    Transactions transactions;

    private AnIncident incident;

    @BeforeEach
    void reportOnMonday() {
        time.setTo(MONDAY);
        incident =
                AnIncident.reported().following("kubernetes-current").open().then("recordFact", "kind", "CVE_ASSIGNED");
    }

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @Test
    void dateIsSetMovedAndWithdrawnAndTheNoticeFollowsIt() {
        assertThat(incident.stateOf("notify_vendors")).isEqualTo("PENDING");

        incident.then("planDisclosure", "at", DISCLOSURE.toString());
        assertThat(incident.<String>read("plannedDisclosureAt", "plannedDisclosureAt"))
                .isEqualTo(DISCLOSURE.toString());
        assertThat(incident.stateOf("notify_vendors")).isEqualTo("RUNNING");
        assertThat(incident.dueAt("notify_vendors")).isEqualTo(NOTICE_DUE);

        incident.then(
                "planDisclosure", "at", DISCLOSURE.plus(Duration.ofDays(1)).toString());
        assertThat(incident.dueAt("notify_vendors")).isEqualTo(NOTICE_DUE.plus(Duration.ofDays(1)));

        incident.then("planDisclosure", "reason", "The fix is not ready");
        assertThat(incident.stateOf("notify_vendors")).isEqualTo("CANCELLED");
        assertThat(incident.<String>milestone("notify_vendors", "cancelCause")).isEqualTo("DATE_WITHDRAWN");
        assertThat(incident.<String>read("plannedDisclosureAt", "plannedDisclosureAt"))
                .isNull();
        assertThat(incident.timeline()).endsWith("DATE_PLANNED", "DATE_MOVED", "DATE_WITHDRAWN");
        assertThat(incident.<List<String>>read("timeline(first: 100) { nodes { summary } }", "timeline.nodes.summary"))
                .endsWith("Disclosure no longer planned for 2026-06-25T16:00:00Z: The fix is not ready");
    }

    @Test
    void dateThatBreaksSomethingIsRefusedWithAllItBreaksUnlessThereIsAReason() {
        String saturday = "2026-06-06T12:00:00Z";

        GraphQL.Answer refused = incident.tried(MAYA, "planDisclosure", "at", saturday);

        assertThat(refused.code()).isEqualTo("disclosure-conflict");
        assertThat(refused.message())
                .contains("COMMITMENT: \"Give vendors advance notice\"", "WINDOW", "WEEKEND", "with a reason");
        assertThat(incident.<String>read("plannedDisclosureAt", "plannedDisclosureAt"))
                .isNull();
        incident.then("planDisclosure", "at", saturday, "reason", "It is being talked about");
        assertThat(incident.<String>read("plannedDisclosureAt", "plannedDisclosureAt"))
                .isEqualTo(saturday);
        assertThat(incident.breachesOf("notify_vendors"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("cause")).isEqualTo("BORN_LATE"));
    }

    @Test
    void checkListsWhatADateWouldBreakAndChangesNothing() {
        incident.then("addPolicy", "policy", "linux-distros").then("recordFact", "kind", "VENDORS_NOTIFIED");
        int version = incident.<Integer>read("version", "version");

        List<Map<String, Object>> conflicts = check(DISCLOSURE);

        assertThat(conflicts)
                .singleElement()
                .satisfies(conflict -> assertThat(conflict)
                        .containsEntry("kind", "LIMIT")
                        .containsEntry("policy", "linux-distros")
                        .containsEntry("milestone", "max_embargo")
                        .containsEntry("dueAt", MONDAY.plus(Duration.ofDays(14)).toString()));
        assertThat(check(Instant.parse("2026-06-15T16:00:00Z"))).isEmpty();
        assertThat(incident.<Integer>read("version", "version")).isEqualTo(version);
        assertThat(INES.send(CHECK, "r", incident.reference(), "at", DISCLOSURE.toString())
                        .code())
                .isEqualTo("incident-not-found");
    }

    @Test
    void whatChangesNothingOrCannotBePlannedIsRefused() {
        assertThat(incident.tried(MAYA, "planRelease").code()).isEqualTo("invalid-plan");
        assertThat(incident.tried(MAYA, "planRelease", "at", "2126-06-24T16:00:00Z", "reason", "Far")
                        .code())
                .isEqualTo("invalid-plan");
        incident.then("planRelease", "at", DISCLOSURE.toString());
        assertThat(incident.tried(MAYA, "planRelease", "at", DISCLOSURE.toString())
                        .code())
                .isEqualTo("invalid-plan");
        incident.then("recordFact", "kind", "FIX_RELEASED");
        assertThat(incident.tried(MAYA, "planRelease", "at", "2026-06-25T16:00:00Z", "reason", "Again")
                        .code())
                .isEqualTo("invalid-plan");
    }

    @Test
    void sweepRecordsMissedNoticeAndALaterDateLeavesTheBreach() {
        incident.then("planDisclosure", "at", DISCLOSURE.toString());
        time.setTo(NOTICE_DUE);
        sweep.run();
        assertThat(incident.breachesOf("notify_vendors")).isEmpty();
        time.setTo(NOTICE_DUE.plusMillis(1));
        sweep.run();
        assertThat(incident.breachesOf("notify_vendors")).hasSize(1);

        incident.then("planDisclosure", "at", "2026-07-29T16:00:00Z");

        assertThat(incident.stateOf("notify_vendors")).isEqualTo("RUNNING");
        assertThat(incident.breachesOf("notify_vendors")).singleElement().satisfies(breach -> {
            assertThat(breach.get("breachedAt")).isEqualTo(NOTICE_DUE.toString());
            assertThat(breach.get("withdrawn")).isEqualTo(false);
        });
    }

    @Test
    void everySilenceTooLongIsSweptAndANoteEndsIt() {
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        Instant due = MONDAY.plus(Duration.ofDays(2));
        assertThat(incident.dueAt("stale_critical")).isEqualTo(due);

        time.setTo(due.plusMillis(1));
        sweep.run();
        sweep.run();
        assertThat(incident.stateOf("stale_critical")).isEqualTo("BREACHED");
        assertThat(incident.breachesOf("stale_critical")).hasSize(1);

        incident.then("addNote", "body", "Still reproducing it");
        assertThat(incident.stateOf("stale_critical")).isEqualTo("RUNNING");
        assertThat(incident.dueAt("stale_critical")).isEqualTo(due.plusMillis(1).plus(Duration.ofDays(2)));
        assertThat(incident.breachesOf("stale_critical")).hasSize(1);
    }

    @Test
    void noteOfAMachineIsNoUpdate() {
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        Instant due = incident.dueAt("stale_critical");
        time.setTo(MONDAY.plus(Duration.ofDays(1)));

        incident.tried(SCANNER, "addNote", "body", "Scanned again").succeeds();

        assertThat(incident.dueAt("stale_critical")).isEqualTo(due);
    }

    @Test
    void severityLoweredAMillisecondAfterADueTimeIsNoCorrection() {
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        time.setTo(MONDAY.plus(Duration.ofDays(2)).plusMillis(1));

        incident.then("scoreIncident", "vector", AnIncident.LOW);

        assertThat(incident.stateOf("stale_critical")).isEqualTo("CANCELLED");
        assertThat(incident.breachesOf("stale_critical"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("withdrawn")).isEqualTo(false));
    }

    @Test
    void reporterDeadlineIsALimitFromTheReportOnAndIsAgreedOnce() {
        incident.then("agreeReporterDeadline", "days", 30);

        assertThat(incident.<List<String>>read("policies { policy { id } }", "policies.policy.id"))
                .containsExactly("kubernetes-current", "reporter-deadline");
        assertThat(incident.dueAt("disclose")).isEqualTo(MONDAY.plus(Duration.ofDays(30)));
        assertThat(incident.<String>milestone("disclose", "strength")).isEqualTo("LIMIT");
        assertThat(incident.tried(MAYA, "agreeReporterDeadline", "days", 45).code())
                .isEqualTo("policy-already-added");
        for (int days : List.of(0, 366)) {
            assertThat(AnIncident.reported()
                            .open()
                            .tried(MAYA, "agreeReporterDeadline", "days", days)
                            .code())
                    .isEqualTo("invalid-agreement");
        }
        assertThat(check(Instant.parse("2026-07-02T16:00:00Z")))
                .extracting(conflict -> conflict.get("milestone"))
                .containsExactly("disclose");
    }

    @Test
    void rowsAndEntitiesTellTheSameHistory() {
        incident.then("planDisclosure", "at", DISCLOSURE.toString())
                .then("waitOn", "on", "REPORTER")
                .then("addNote", "body", "Asked again");
        time.setTo(MONDAY.plus(Duration.ofDays(1)));
        incident.then("planDisclosure")
                .then("scoreIncident", "vector", AnIncident.LOW)
                .then("invalidateReport")
                .then("closeIncident", "reason", "NOT_REPRODUCIBLE");
        long id = Database.incident(incident.reference());

        List<CaseHistory> told = transactions.writeAs(
                "maya",
                transaction -> List.of(
                        Incident.<Incident>findById(id).history(),
                        Histories.of(transaction.rows(), List.of(id)).get(id)));

        assertThat(told.get(0).facts())
                .containsExactlyInAnyOrderElementsOf(told.get(1).facts());
        assertThat(told.get(0).ratings()).isEqualTo(told.get(1).ratings());
        assertThat(told.get(0).waits()).isEqualTo(told.get(1).waits());
        assertThat(told.get(0).dates()).hasSize(2).isEqualTo(told.get(1).dates());
        assertThat(told.get(0).updates())
                .containsExactly(MONDAY, MONDAY.plus(Duration.ofDays(1)))
                .isEqualTo(told.get(1).updates());
        assertThat(told.get(0).closing()).isNotNull().isEqualTo(told.get(1).closing());
    }

    private List<Map<String, Object>> check(Instant at) {
        return MAYA.send(CHECK, "r", incident.reference(), "at", at.toString()).get("checkDisclosureDate");
    }
}
