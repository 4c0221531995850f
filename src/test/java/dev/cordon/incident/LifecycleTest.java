package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.TOMAS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The decisions and hand-overs of an incident, as its team sees them. */
@QuarkusTest
class LifecycleTest {
    @Test
    void reportedIncidentIsValidatedAcceptedAndClosed() {
        var incident = AnIncident.reported().open();

        incident.then("validateReport");
        assertThat(incident.status()).isEqualTo("VALID");
        incident.then("acceptIncident");
        assertThat(incident.<String>read("phase", "phase")).isEqualTo("FIX_IN_PROGRESS");
        incident.then("recordFact", "kind", "FIX_READY");
        assertThat(incident.<String>read("phase", "phase")).isEqualTo("RELEASE_PREPARED");
        incident.then("recordFact", "kind", "PUBLICLY_DISCLOSED");
        assertThat(incident.<String>read("phase", "phase")).isEqualTo("DISCLOSED");
        incident.then("closeIncident", "reason", "RESOLVED");

        assertThat(incident.status()).isEqualTo("CLOSED");
        assertThat(incident.<String>read("phase closeReason closedAt", "phase")).isEqualTo("CLOSED");
    }

    @Test
    void statusesFollowEachOtherOnlyAsTheRulesSay() {
        var incident = AnIncident.reported().open();

        var refused = incident.tried(MAYA, "closeIncident", "reason", "SPAM");

        assertThat(refused.code()).isEqualTo("illegal-transition");
        assertThat(refused.message()).contains("REPORTED", "CLOSED", "VALID", "INVALID");
        assertThat(incident.tried(MAYA, "deferIncident").code()).isEqualTo("illegal-transition");
        incident.then("invalidateReport")
                .then("validateReport")
                .then("deferIncident")
                .then("acceptIncident");
        incident.then("deferIncident").then("closeIncident", "reason", "WONT_FIX");
        assertThat(incident.tried(MAYA, "validateReport").code()).isEqualTo("illegal-transition");
    }

    @Test
    void incidentIsAcceptedOnlyWithALeadOrWhileOneIsAskedFor() {
        var withoutRule = AnIncident.reported().following("disclose-io").open().then("validateReport");

        assertThat(withoutRule.tried(MAYA, "acceptIncident").code()).isEqualTo("lead-required");
        withoutRule.then("offerLead", "person", "maya").then("acknowledgeLead").then("acceptIncident");
        AnIncident.reported().open().then("validateReport").then("acceptIncident");

        assertThat(withoutRule.status()).isEqualTo("ACCEPTED");
    }

    @Test
    void oldLeadStaysResponsibleUntilTheNewOneAcknowledges() {
        var incident = AnIncident.reported().open();
        incident.then("offerLead", "person", "maya").then("acknowledgeLead");
        assertThat(incident.stateOf("lead")).isEqualTo("MET");

        incident.then("offerLead", "person", "ines");
        assertThat(incident.<String>read("lead { handle }", "lead.handle")).isEqualTo("maya");
        assertThat(incident.<String>read("leadOffer { to { handle } }", "leadOffer.to.handle"))
                .isEqualTo("ines");
        assertThat(incident.tried(JONAS, "acknowledgeLead").code()).isEqualTo("no-lead-offer");
        incident.tried(INES, "acknowledgeLead").succeeds();

        assertThat(incident.<String>read("lead { handle }", "lead.handle")).isEqualTo("ines");
        assertThat(incident.<Object>read("leadOffer { offeredAt }", "leadOffer"))
                .isNull();
        assertThat(incident.timeline())
                .containsSubsequence("LEAD_OFFERED", "LEAD_ACKNOWLEDGED", "LEAD_OFFERED", "LEAD_ACKNOWLEDGED");
    }

    @Test
    void declinedLeadLeavesTheOfferOpenToOthers() {
        var incident = AnIncident.reported().open().then("offerLead", "person", "ines");

        incident.tried(INES, "declineLead", "note", "On leave").succeeds();

        assertThat(incident.<Object>read("leadOffer { offeredAt }", "leadOffer"))
                .isNull();
        assertThat(incident.tried(INES, "acknowledgeLead").code()).isEqualTo("no-lead-offer");
    }

    @Test
    void addingPeopleDoesNotStaffTheFixTeamButTheFactDoes() {
        var incident = AnIncident.reported().open();

        incident.then("addToFixTeam", "person", "tomas");
        assertThat(incident.stateOf("staff_fix_team")).isEqualTo("RUNNING");
        incident.tried(TOMAS, "recordFact", "kind", "FIX_TEAM_STAFFED").succeeds();

        assertThat(incident.stateOf("staff_fix_team")).isEqualTo("MET");
        assertThat(incident.<List<String>>read("fixTeam { handle }", "fixTeam.handle"))
                .containsExactly("tomas");
        incident.then("removeFromFixTeam", "person", "tomas");
        assertThat(incident.tried(MAYA, "removeFromFixTeam", "person", "tomas").code())
                .isEqualTo("not-on-incident");
    }

    @Test
    void factsWithAVerbOfTheirOwnAreRefusedWithItsName() {
        var incident = AnIncident.reported().open();

        for (String kind : List.of(
                "REPORT_RECEIVED",
                "REPORT_VALIDATED",
                "REPORT_INVALIDATED",
                "LEAD_ACKNOWLEDGED",
                "SEVERITY_SCORED",
                "CLOSED")) {
            assertThat(incident.tried(MAYA, "recordFact", "kind", kind).code())
                    .as(kind)
                    .isEqualTo("fact-has-verb");
        }
        assertThat(incident.tried(MAYA, "recordFact", "kind", "CLOSED").message())
                .contains("closeIncident");
    }

    @Test
    void scoreComesFromTheVectorAndAClaimedOneMustAgree() {
        var incident = AnIncident.reported().open();

        var refused = incident.tried(MAYA, "scoreIncident", "vector", AnIncident.LOG4SHELL, "score", 9.9);
        assertThat(refused.code()).isEqualTo("score-mismatch");
        assertThat(refused.message()).contains("9.9", "10.0");
        assertThat(incident.tried(MAYA, "scoreIncident", "vector", "CVSS:3.1/AV:N")
                        .code())
                .isEqualTo("invalid-vector");
        incident.then("scoreIncident", "vector", AnIncident.LOW, "rationale", "Needs an administrator");
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL, "score", 10.0);

        assertThat(incident.<String>read("severity", "severity")).isEqualTo("CRITICAL");
        assertThat(incident.<String>read("score { vector }", "score.vector")).isEqualTo(AnIncident.LOG4SHELL);
        assertThat(incident.<List<String>>read("scores { vector }", "scores.vector"))
                .containsExactly(AnIncident.LOG4SHELL, AnIncident.LOW);
    }

    @Test
    void duplicateNamesItsOriginalBeforeItIsClosedAsOne() {
        var original = AnIncident.reported().open();
        var repeated = AnIncident.reported().open().then("invalidateReport");

        assertThat(repeated.tried(MAYA, "closeIncident", "reason", "DUPLICATE").code())
                .isEqualTo("invalid-duplicate");
        assertThat(repeated.tried(MAYA, "markDuplicate", "original", repeated.reference())
                        .code())
                .isEqualTo("invalid-duplicate");
        repeated.then("markDuplicate", "original", original.reference());
        assertThat(original.tried(MAYA, "markDuplicate", "original", repeated.reference())
                        .code())
                .isEqualTo("invalid-duplicate");
        repeated.then("closeIncident", "reason", "DUPLICATE");

        assertThat(repeated.<String>read("duplicateOf", "duplicateOf")).isEqualTo(original.reference());
    }

    @Test
    void lostUpdateIsRefused() {
        var incident = AnIncident.reported().open();
        int version = incident.<Integer>read("version", "version");
        incident.tried(JONAS, "addNote", "body", "First").succeeds();

        var refused = incident.tried(MAYA, "addNote", "body", "Second", "expectedVersion", version);

        assertThat(refused.code()).isEqualTo("stale-version");
        assertThat(incident.<List<String>>read("notes { body }", "notes.body")).containsExactly("First");
    }

    @Test
    void timelineHasNoGap() {
        var incident = AnIncident.reported().hoursAgo(200).open();
        incident.then("addNote", "body", "One").then("validateReport").then("offerLead", "person", "ines");

        List<Integer> sequences = incident.sequences();

        assertThat(sequences)
                .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    @Test
    void descriptionKeepsWhatIsNotMentionedAndTakesAwayWhatIsEmpty() {
        var incident = AnIncident.reported().titled("A title").open();

        incident.then(
                "describeIncident",
                "cve",
                "CVE-2023-5528",
                "cwes",
                List.of("CWE-20"),
                "components",
                List.of("kubelet"),
                "affected",
                List.of(Map.of("component", "kubelet", "introduced", "1.28.0", "fixed", "1.28.4")));
        incident.then("describeIncident", "cve", "", "fixedVersions", List.of("1.28.4"));

        assertThat(incident.<String>read("title", "title")).isEqualTo("A title");
        assertThat(incident.<String>read("cve", "cve")).isNull();
        assertThat(incident.<List<String>>read("components", "components")).containsExactly("kubelet");
        assertThat(incident.<String>read("affected { component fixed }", "affected[0].fixed"))
                .isEqualTo("1.28.4");
        assertThat(incident.tried(MAYA, "describeIncident", "cve", "CVE-23-1").message())
                .contains("CVE-23-1", "CVE-2021-44228");
    }

    @Test
    void onlySignedInPeopleSayWhenAReportWasReceivedAndStrangersGetAReceiptAlone() {
        String report = "mutation($input: ReportVulnerabilityInput!) { reportVulnerability(input: $input) {"
                + " reference incident { reference } } }";

        var refused = NOBODY.send(report, "input", Map.of("body", "Found it", "receivedAt", "2026-01-01T00:00:00Z"));
        var received = NOBODY.send(report, "input", Map.of("body", "Found it", "reporterName", "A stranger"));

        assertThat(refused.code()).isEqualTo("forbidden");
        String reference = received.get("reportVulnerability.reference");
        assertThat(received.<Object>get("reportVulnerability.incident")).isNull();
        assertThat(MAYA.send("{ incident(reference: \"" + reference + "\") { report { reporterName body channel } } }")
                        .<String>get("incident.report.reporterName"))
                .isEqualTo("A stranger");
    }

    @Test
    void policyAddedLaterAppliesFromThenOn() {
        var incident = AnIncident.reported().hoursAgo(24 * 10).open();

        incident.then("addPolicy", "policy", "severity-defectdojo", "reason", "Our customers ask for it");
        incident.then("scoreIncident", "vector", AnIncident.LOG4SHELL);

        assertThat(incident.breachesOf("fix_critical"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.get("cause")).isEqualTo("BORN_LATE"));
        assertThat(incident.tried(MAYA, "addPolicy", "policy", "severity-defectdojo")
                        .code())
                .isEqualTo("policy-already-added");
        assertThat(incident.tried(MAYA, "addPolicy", "policy", "nonsense").code())
                .isEqualTo("policy-not-found");
    }

    @Test
    void explainedBreachStands() {
        var incident = AnIncident.reported().hoursAgo(25).open();
        Object id = incident.breachesOf("respond").get(0).get("id");

        incident.then("explainBreach", "breach", id, "explanation", "The mailbox was down");

        assertThat(incident.breachesOf("respond")).singleElement().satisfies(breach -> {
            assertThat(breach.get("explanation")).isEqualTo("The mailbox was down");
            assertThat(breach.get("withdrawn")).isEqualTo(false);
        });
        assertThat(incident.tried(MAYA, "explainBreach", "breach", "nonsense", "explanation", "x")
                        .code())
                .isEqualTo("breach-not-found");
    }
}
