package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the team writes to the reporter and to one vendor alone, and what of it is a fact (product description, "Facts"). */
@QuarkusTest
class TalkingTest {
    private static final String SEEN =
            "query($r: String!) { vendorView(reference: $r) { answer messages { from body } } }";

    @Test
    void theFirstAnswerOfAPersonReachesTheReporterAndMeetsTheMilestone() {
        AReporter rosa = AReporter.reporting();
        AnIncident incident = AnIncident.of(rosa.reference());

        incident.then("respondToReporter", "body", "Thank you, we look into it")
                .then("respondToReporter", "body", "Still at it");

        assertThat(rosa.<List<String>>read("messages { from body }", "messages.body"))
                .containsExactly("Thank you, we look into it", "Still at it");
        assertThat(Outbox.about(rosa.reference()))
                .filteredOn(told -> told.endsWith(" reporter"))
                .containsExactly("REPORTER_TOLD reporter", "REPORTER_TOLD reporter");
        assertThat(incident.stateOf("respond")).isEqualTo("MET");
        assertThat(facts(incident)).containsExactly("REPORT_RECEIVED", "RESPONDED_TO_REPORTER");
        assertThat(incident.timeline())
                .containsExactly("REPORTED", "FACT_RECORDED", "REPORTER_TOLD", "FACT_RECORDED", "REPORTER_TOLD");
    }

    @Test
    void aReceiptAndWhatAMachineWritesAnswerNobody() {
        AReporter rosa = AReporter.reporting();
        AnIncident incident = AnIncident.of(rosa.reference());
        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");

        incident.tried(machine(), "respondToReporter", "body", "We received your report")
                .succeeds();

        assertThat(rosa.<List<String>>read("messages { body }", "messages.body"))
                .containsExactly("We received your report");
        assertThat(facts(incident)).containsExactly("REPORT_RECEIVED");
        assertThat(incident.stateOf("respond")).isEqualTo("RUNNING");

        incident.then("respondToReporter", "body", "A person now");
        assertThat(incident.stateOf("respond")).isEqualTo("MET");
    }

    @Test
    void anAnswerThatWaitsPausesUntilTheReporterAnswers() {
        AReporter rosa = AReporter.reporting();
        AnIncident incident = AnIncident.of(rosa.reference());

        incident.then("respondToReporter", "body", "Which version?", "waitForAnswer", true)
                .then("respondToReporter", "body", "And which system?", "waitForAnswer", true);
        assertThat(incident.<String>read("waitingOn", "waitingOn")).isEqualTo("REPORTER");

        rosa.client()
                .mutate("answerTeam", Map.of("body", "Version 2"), "reference")
                .succeeds();
        assertThat(incident.<String>read("waitingOn", "waitingOn")).isEqualTo("NONE");
        assertThat(incident.<List<String>>read("waits { until }", "waits.until"))
                .doesNotContainNull()
                .hasSize(1);
    }

    @Test
    void whatWentAnotherWayIsRecordedAsAFactAndAnAnswerThenRecordsNoOther() {
        AnIncident incident = AnIncident.reported().hoursAgo(3).open();

        incident.then(
                        "recordFact",
                        "kind",
                        "RESPONDED_TO_REPORTER",
                        "occurredAt",
                        incident.reportedAt().plusSeconds(60).toString())
                .then("respondToReporter", "body", "As I said by mail");

        assertThat(facts(incident)).containsExactly("REPORT_RECEIVED", "RESPONDED_TO_REPORTER");
        assertThat(Instant.parse(incident.milestone("respond", "stoppedAt")))
                .isEqualTo(incident.reportedAt().plusSeconds(60));
    }

    @Test
    void importedHistoryHasNobodyToAnswer() {
        String reference = MAYA.send("mutation { importHistory(input: {incidents: [{title: \"Old\"}]}) { reference } }")
                .get("importHistory.reference[0]");

        assertThat(AnIncident.of(reference)
                        .tried(MAYA, "respondToReporter", "body", "Hello")
                        .code())
                .isEqualTo("no-reporter");
    }

    @Test
    void eachVendorIsWrittenToAlone() {
        String one = Database.newcomer(Role.VENDOR);
        String other = Database.newcomer(Role.VENDOR);
        AnIncident incident = AnIncident.reported().open().then("grantAccess", "person", "ines");
        assertThat(incident.tried(MAYA, "respondToVendor", "person", one, "body", "Too early")
                        .code())
                .isEqualTo("not-notified");

        incident.then("notifyVendor", "person", one).then("notifyVendor", "person", other);
        incident.then("addNote", "audience", "VENDORS", "body", "For all of you");
        incident.tried(INES, "respondToVendor", "person", one, "body", "For you alone")
                .succeeds();

        assertThat(messages(one, incident)).containsExactly("For all of you", "For you alone");
        assertThat(messages(other, incident)).containsExactly("For all of you");
        assertThat(incident.timeline()).endsWith("VENDOR_TOLD");
        assertThat(incident.tried(MAYA, "respondToVendor", "body", "To whom?").code())
                .isEqualTo("one-vendor-required");
    }

    @Test
    void theWaitForVendorsEndsWhenTheLastOfThemSaidForSure() {
        String one = Database.newcomer(Role.VENDOR);
        String other = Database.newcomer(Role.VENDOR);
        AnIncident incident = AnIncident.reported()
                .open()
                .then("notifyVendor", "person", one)
                .then("notifyVendor", "person", other)
                .then("waitOn", "on", "VENDOR");

        answer(one, incident, "AFFECTED");
        answer(other, incident, "INVESTIGATING");
        assertThat(incident.<String>read("waitingOn", "waitingOn")).isEqualTo("VENDOR");

        answer(other, incident, "NOT_AFFECTED");
        assertThat(incident.<String>read("waitingOn", "waitingOn")).isEqualTo("NONE");
    }

    static void answer(String handle, AnIncident incident, String answer) {
        GraphQL.as(handle)
                .mutate("answerNotice", Map.of("reference", incident.reference(), "answer", answer), "reference")
                .succeeds();
    }

    static List<String> messages(String handle, AnIncident incident) {
        return GraphQL.as(handle).send(SEEN, "r", incident.reference()).get("vendorView.messages.body");
    }

    private static List<String> facts(AnIncident incident) {
        return incident.read("facts { kind }", "facts.kind");
    }

    private static GraphQL machine() {
        String handle = Database.newcomer(Role.COMMITTEE);
        Database.run(Database.OWNER, "update person set machine = true where handle = ?", handle);
        return GraphQL.as(handle);
    }
}
