package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every change leaves exactly one audit row: who, what, of which incident (P1, R6). */
@QuarkusTest
class AuditOfChangesTest {
    /** These have tests of their own. */
    private static final List<String> ELSEWHERE = List.of(
            "runSweep",
            "exportAuditHead",
            "changeHolidays",
            "createWebhookTarget",
            "rotateWebhookKey",
            "disableWebhookTarget",
            "retryNotice",
            "setShift",
            "cancelShift",
            "importHistory",
            "addVendor",
            "renameVendor",
            "retireVendor",
            "addVendorContact",
            "removeVendorContact",
            "recordContactTest",
            "acceptEmbargoTerms",
            "acknowledgeNotice",
            "answerNotice",
            "answerTeam",
            "chooseCredit",
            "eraseContact",
            "askToBreakGlass",
            "confirmBreakGlass");

    private final String handle = Database.newcomer(Role.COMMITTEE);
    private final GraphQL member = GraphQL.as(handle);
    private final List<String> done = new ArrayList<>();
    private String reference = "";

    @Test
    void everyMutationOfTheSchemaLeavesOneRow() {
        String original = AnIncident.reported().open().reference();
        report();
        change("describeIncident", "title", "An overflow");
        change("invalidateReport", "note", "Not ours");
        change("validateReport", "note", "Ours after all");
        offered("declineLead");
        offered("acknowledgeLead");
        change("acceptIncident");
        change("deferIncident");
        change("acceptIncident");
        change("scoreIncident", "vector", AnIncident.LOG4SHELL);
        String fact = change("recordFact", "kind", "FIX_READY").get("it.facts.find { it.kind == 'FIX_READY' }.id");
        change("supersedeFact", "fact", fact, "note", "It was not");
        change("addNote", "body", "Reproduced");
        change("waitOn", "on", "REPORTER");
        change("addPolicy", "policy", "cra-vulnerability");
        waived();
        change("rebasePolicy", "policy", "kubernetes-current", "reason", "As of today");
        change("planDisclosure", "at", "2028-01-10T16:00:00Z");
        change("planRelease", "at", "2028-01-10T16:00:00Z", "reason", "No earlier");
        change("agreeReporterDeadline", "days", 90);
        String breach = change("addToFixTeam", "person", "ines").get("it.breaches[0].id");
        change("explainBreach", "breach", breach, "explanation", "Everybody was away");
        change("acknowledgeEscalation", "id", escalation());
        change("removeFromFixTeam", "person", "ines");
        change("grantAccess", "person", "tomas");
        change("revokeAccess", "person", "tomas");
        changed("renewReporterLink", "link");
        change("eraseReporterContact", "reason", "They asked by mail");
        change("notifyVendor", "person", "verena");
        change("respondToVendor", "person", "verena", "body", "Patch attached");
        change("withdrawVendorNotice", "person", "verena");
        change("respondToReporter", "body", "Thank you");
        noticed();
        change("restrictIncident", "restricted", true);
        change("markDuplicate", "original", original);
        change("closeIncident", "reason", "DUPLICATE");

        String one = "{" + Database.incident(reference) + "}";
        assertThat(audited())
                .containsExactlyElementsOf(done.stream()
                        .map(operation -> "CHANGE " + operation + " " + one)
                        .toList());
        assertThat(Mutations.ofTheSchema().all())
                .as("every mutation of the team, but the sweep and the import")
                .filteredOn(mutation -> !ELSEWHERE.contains(mutation))
                .filteredOn(mutation -> !Mutations.OF_ACCOUNTS.contains(mutation))
                .allSatisfy(mutation -> assertThat(done).contains(mutation));
    }

    @Test
    void anImportLeavesOneRowForAllItBroughtIn() {
        String first = "CVE-2001-" + cveNumber();
        String second = "CVE-2002-" + cveNumber();

        List<String> references = member.send(
                        "mutation($a: String, $b: String) { importHistory(input: {incidents: [{cve: $a}, {cve: $b}]})"
                                + " { reference } }",
                        "a",
                        first,
                        "b",
                        second)
                .get("importHistory.reference");

        assertThat(audited())
                .containsExactly("CHANGE importHistory {" + Database.incident(references.get(0)) + ","
                        + Database.incident(references.get(1)) + "}");
    }

    @Test
    void aReportByNobodyLeavesARowWithoutAPerson() {
        String reported = GraphQL.NOBODY
                .send("mutation { reportVulnerability(input: {body: \"An overflow\"}) { reference } }")
                .get("reportVulnerability.reference");

        assertThat(Database.values(
                        "select action || ' ' || operation || ' ' || coalesce(actor_id::text, 'nobody') as value"
                                + " from audit_event where ? = any (incident_ids)",
                        Database.incident(reported)))
                .containsExactly("CHANGE reportVulnerability nobody");
    }

    private void report() {
        reference = member.send("mutation { reportVulnerability(input: {body: \"It overflows\","
                        + " receivedAt: \"2020-01-01T00:00:00Z\"}) { reference } }")
                .get("reportVulnerability.reference");
        done.add("reportVulnerability");
    }

    private void offered(String answer) {
        change("offerLead", "person", handle);
        change(answer);
    }

    /** Every step of a waiver, the others by Maya: the one who asks does not answer. */
    private void waived() {
        change("askForWaiver", "milestone", milestone(), "reason", "Out of our hands");
        change("withdrawWaiver", "id", newestWaiver(), "reason", "Not needed");
        askedByAnother();
        change("declineWaiver", "id", newestWaiver(), "reason", "There is time enough");
        askedByAnother();
        change("confirmWaiver", "id", newestWaiver());
    }

    /** Every step of a notice; the one that is approved was drafted by Maya. */
    private void noticed() {
        change("draftNotice", "kind", "FORTHCOMING_FIX");
        change("editNotice", "id", newestNotice(), "subject", "Soon", "body", "A fix is coming");
        change("discardNotice", "id", newestNotice(), "reason", "Too early");
        GraphQL.MAYA
                .mutate("draftNotice", Map.of("reference", reference, "kind", "FORTHCOMING_FIX"), "version")
                .succeeds();
        change("approveNotice", "id", newestNotice());
        change("sendNotice", "id", newestNotice());
    }

    private String newestNotice() {
        return Database.value(
                "select id::text as value from notice_draft where incident_id = ? order by drafted_at desc limit 1",
                Database.incident(reference));
    }

    private void askedByAnother() {
        Map<String, Object> input =
                Map.of("reference", reference, "milestone", milestone(), "reason", "Out of our hands");
        GraphQL.MAYA.mutate("askForWaiver", input, "version").succeeds();
    }

    private String milestone() {
        return Database.value(
                "select id::text as value from milestone where incident_id = ? and key = 'release_fix'",
                Database.incident(reference));
    }

    private String escalation() {
        return Database.value(
                "select id::text as value from escalation where incident_id = ? and told limit 1",
                Database.incident(reference));
    }

    private String newestWaiver() {
        return Database.value(
                "select id::text as value from waiver where incident_id = ? order by asked_at desc limit 1",
                Database.incident(reference));
    }

    private GraphQL.Answer change(String mutation, Object... named) {
        Map<String, Object> input = new HashMap<>(Map.of("reference", reference));
        for (int i = 0; i < named.length; i += 2) {
            input.put((String) named[i], named[i + 1]);
        }
        done.add(mutation);
        return member.mutate(mutation, input, "facts { id kind } breaches { id }")
                .succeeds();
    }

    private void changed(String mutation, String fields) {
        done.add(mutation);
        member.mutate(mutation, Map.of("reference", reference), fields).succeeds();
    }

    private List<String> audited() {
        return Database.values(
                "select action || ' ' || operation || ' ' || incident_ids::text as value from audit_event"
                        + " where actor_id = ?::uuid order by id",
                Database.idOf(handle));
    }

    private static String cveNumber() {
        return String.valueOf(1_000_000 + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000L));
    }
}
