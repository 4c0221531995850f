package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notices to users and vendors: from a draft, past a second pair of eyes, to the fact that a clock waits for. */
@QuarkusTest
class NoticeDraftTest {
    private static final String FIELDS = "noticeDrafts { id kind state subject body addresses draftedBy { handle }"
            + " approvedBy { handle } sentBy { handle } sentAt discardReason }";

    @Test
    void theDraftForUsersHoldsNothingOfTheIncidentButTheDay() {
        AnIncident incident = AnIncident.reported()
                .titled("Smuggling in the parser")
                .open()
                .then("describeIncident", "cve", "CVE-2031-1234567", "components", List.of("parser"))
                .then("scoreIncident", "vector", AnIncident.LOG4SHELL)
                .then("planRelease", "at", "2031-03-04T16:00:00Z", "reason", "No earlier")
                .then("draftNotice", "kind", "FORTHCOMING_FIX");

        String text = one(incident, "subject") + one(incident, "body");
        assertThat(text)
                .contains("our software", "4 March 2031")
                .doesNotContain(incident.reference(), "Smuggling", "parser", "CVE", "CRITICAL", "10.0");
    }

    @Test
    void aSecondPersonApprovesWhereThePolicySaysSoAndSendingIsTheFact() {
        AnIncident incident = AnIncident.reported().open().then("draftNotice", "kind", "FORTHCOMING_FIX");
        String id = one(incident, "id");

        assertThat(incident.tried(MAYA, "sendNotice", "id", id).code()).isEqualTo("notice-not-approved");
        assertThat(incident.tried(MAYA, "approveNotice", "id", id).code()).isEqualTo("own-notice");
        incident.tried(JONAS, "approveNotice", "id", id).succeeds();
        assertThat(one(incident, "state")).isEqualTo("APPROVED");
        incident.then("sendNotice", "id", id);

        assertThat(one(incident, "state")).isEqualTo("SENT");
        assertThat(incident.<List<String>>read(FIELDS, "noticeDrafts[0].addresses"))
                .containsExactly("announce@example.org");
        assertThat(Outbox.about(incident.reference())).contains("NOTICE_SENT address:announce@example.org");
        assertThat(Database.values(
                        "select a.subject || '/' || a.body as value from timeline_event e, announcement_of(e.id) a"
                                + " where e.incident_id = ?",
                        Database.incident(incident.reference())))
                .containsExactly(one(incident, "subject") + "/" + one(incident, "body"));
        assertThat(facts(incident)).contains("FORTHCOMING_FIX_ANNOUNCED");
        assertThat(incident.stateOf("notify_users")).isEqualTo("MET");
        assertThat(incident.timeline())
                .containsSubsequence("NOTICE_DRAFTED", "NOTICE_APPROVED", "FACT_RECORDED", "NOTICE_SENT");
    }

    @Test
    void otherWordsAreApprovedAnewByNeitherOfThoseWhoWroteThem() {
        AnIncident incident = AnIncident.reported().open().then("draftNotice", "kind", "FORTHCOMING_FIX");
        String id = one(incident, "id");
        incident.tried(JONAS, "approveNotice", "id", id).succeeds();

        incident.tried(JONAS, "editNotice", "id", id, "subject", "A fix", "body", "It comes soon")
                .succeeds();
        assertThat(one(incident, "state")).isEqualTo("DRAFTED");
        assertThat(incident.tried(MAYA, "sendNotice", "id", id).code()).isEqualTo("notice-not-approved");
        assertThat(incident.tried(JONAS, "approveNotice", "id", id).code()).isEqualTo("own-notice");
        assertThat(incident.tried(MAYA, "approveNotice", "id", id).code()).isEqualTo("own-notice");

        incident.then("grantAccess", "person", "ines");
        incident.tried(INES, "approveNotice", "id", id).succeeds();
        incident.then("sendNotice", "id", id);
        assertThat(one(incident, "body")).isEqualTo("It comes soon");
    }

    @Test
    void whatWasSentOrDiscardedNeverChangesEvenPastTheApplication() {
        AnIncident incident = AnIncident.reported().open().then("draftNotice", "kind", "FORTHCOMING_FIX");
        String id = one(incident, "id");
        incident.tried(JONAS, "approveNotice", "id", id).succeeds();
        incident.then("sendNotice", "id", id);

        for (String mutation : List.of("approveNotice", "sendNotice")) {
            assertThat(incident.tried(JONAS, mutation, "id", id).code()).isEqualTo("notice-frozen");
        }
        assertThat(incident.tried(MAYA, "editNotice", "id", id, "subject", "x", "body", "y")
                        .code())
                .isEqualTo("notice-frozen");
        assertThat(incident.tried(MAYA, "discardNotice", "id", id, "reason", "x")
                        .code())
                .isEqualTo("notice-frozen");
        int touched = Database.asApplication(
                "maya",
                rows -> rows.update(
                        "update notice_draft set body = 'x' where incident_id = ?",
                        Database.incident(incident.reference())));
        assertThat(touched).isZero();
    }

    @Test
    void aPolicyThatAsksForNobodyElseLetsOnePersonSend() {
        AnIncident incident = AnIncident.reported()
                .following("response-targets")
                .open()
                .then("draftNotice", "kind", "FORTHCOMING_FIX");

        incident.then("sendNotice", "id", one(incident, "id"));

        assertThat(one(incident, "state")).isEqualTo("SENT");
        assertThat(incident.<Object>read(FIELDS, "noticeDrafts[0].approvedBy")).isNull();
    }

    @Test
    void anAdvanceNoticeReachesTheVendorsNamedAndThoseNotifiedBefore() {
        AVendor acme = AVendor.listed();
        String contact = acme.contact();
        AVendor.accepting(contact).succeeds();
        AnIncident incident = AnIncident.reported().open().then("draftNotice", "kind", "VENDOR_ADVANCE");
        String id = one(incident, "id");
        incident.tried(JONAS, "approveNotice", "id", id).succeeds();

        assertThat(incident.tried(MAYA, "sendNotice", "id", id).code()).isEqualTo("invalid-notice");
        incident.then("sendNotice", "id", id, "vendors", List.of(acme.id()));

        assertThat(TalkingTest.messages(contact, incident))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("Advance notice", incident.reference()));
        assertThat(Outbox.about(incident.reference())).contains("NOTICE_SENT " + contact);
        assertThat(Database.values(
                        "select a.body as value from timeline_event e, announcement_of(e.id) a where e.incident_id = ?",
                        Database.incident(incident.reference())))
                .as("what is for vendors leaves by no mail")
                .isEmpty();
        assertThat(facts(incident)).contains("VENDORS_NOTIFIED");
        assertThat(incident.stateOf("notify_vendors")).isEqualTo("MET");
        assertThat(incident.timeline()).containsSubsequence("VENDOR_NOTIFIED", "FACT_RECORDED", "NOTICE_SENT");

        incident.then("draftNotice", "kind", "VENDOR_FINAL", "body", "Patches attached");
        String last = incident.read(FIELDS, "noticeDrafts[1].id");
        incident.then("sendNotice", "id", last);
        assertThat(facts(incident)).contains("VENDORS_FINALLY_NOTIFIED");
        assertThat(TalkingTest.messages(contact, incident)).hasSize(2);
    }

    @Test
    void refusalsSayWhatIsInTheWay() {
        AnIncident incident = AnIncident.reported()
                .open()
                .then("grantAccess", "person", "ines")
                .then("draftNotice", "kind", "FORTHCOMING_FIX");
        String id = one(incident, "id");

        assertThat(incident.tried(MAYA, "draftNotice", "kind", "FORTHCOMING_FIX")
                        .code())
                .isEqualTo("notice-draft-exists");
        assertThat(incident.tried(MAYA, "approveNotice", "id", "nothing").code())
                .isEqualTo("notice-draft-not-found");
        assertThat(incident.tried(INES, "sendNotice", "id", id).code()).isEqualTo("forbidden");
        incident.tried(JONAS, "approveNotice", "id", id).succeeds();
        assertThat(incident.tried(MAYA, "sendNotice", "id", id, "vendors", List.of("x"))
                        .code())
                .isEqualTo("invalid-notice");
        incident.then("discardNotice", "id", id, "reason", "Too early");
        assertThat(one(incident, "discardReason")).isEqualTo("Too early");
        incident.then("draftNotice", "kind", "FORTHCOMING_FIX");
    }

    @Test
    void aTokenNeitherApprovesNorSends() {
        AnIncident incident = AnIncident.reported().open().then("draftNotice", "kind", "FORTHCOMING_FIX");
        GraphQL script = GraphQL.byToken(token(APerson.with(Role.COMMITTEE)));

        for (String mutation : List.of("approveNotice", "sendNotice")) {
            assertThat(incident.tried(script, mutation, "id", one(incident, "id"))
                            .code())
                    .isEqualTo("forbidden");
        }
    }

    private static String token(APerson person) {
        Map<String, Object> input = Map.of(
                "name",
                "script",
                "scopes",
                List.of("READ", "CHANGE"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(2)).toString());
        return person.bySession().mutate("createToken", input, "secret").get("it.secret");
    }

    private static String one(AnIncident incident, String field) {
        return incident.read(FIELDS, "noticeDrafts[-1]." + field);
    }

    private static List<String> facts(AnIncident incident) {
        return incident.read("facts { kind }", "facts.kind");
    }
}
