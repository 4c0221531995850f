package dev.cordon.api;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What vendors see and say of the incidents they were notified of (product description, "Who may do what"). */
@QuarkusTest
class VendorTest {
    private static final String ONE =
            "query($r: String!) { vendorView(reference: $r) { reference title cve cwes components"
                    + " affected { introduced } fixedVersions severity vector overallScore notifiedAt acknowledgedAt answer answeredAt"
                    + " messages { at from body } } }";
    private static final String LIST = "{ vendorNotices(first: 5) { totalCount nodes { reference } } }";

    private final String handle = Database.newcomer(Role.VENDOR);
    private final String other = Database.newcomer(Role.VENDOR);
    private final GraphQL vendor = GraphQL.as(handle);
    private final AnIncident incident = AnIncident.reported().titled("Smuggling");

    @BeforeEach
    void aScoredIncident() {
        incident.open().then("scoreIncident", "vector", AnIncident.LOG4SHELL);
    }

    @Test
    void aVendorSeesWhatIsForVendorsFromTheNoticeOnAndNothingAfterItsWithdrawal() {
        incident.then("addNote", "body", "Before the notice", "audience", "VENDORS");
        assertBlind();

        incident.then("notifyVendor", "person", handle)
                .then("addNote", "body", "Patch attached", "audience", "VENDORS")
                .then("addNote", "body", "Among us", "audience", "TEAM")
                .then("addNote", "body", "Dear reporter", "audience", "REPORTER");

        GraphQL.Answer seen = vendor.send(ONE, "r", incident.reference());
        assertThat(seen.<String>get("vendorView.title")).isEqualTo("Smuggling");
        assertThat(seen.<String>get("vendorView.severity")).isEqualTo("CRITICAL");
        assertThat(seen.<String>get("vendorView.vector")).isEqualTo(AnIncident.LOG4SHELL);
        assertThat(seen.<Float>get("vendorView.overallScore")).isEqualTo(10.0f);
        assertThat(seen.<List<String>>get("vendorView.messages.body")).containsExactly("Patch attached");
        assertThat(seen.response().asString()).doesNotContain("Before", "Among", "Dear", "Maya");
        assertThat(vendor.send(LIST).<List<String>>get("vendorNotices.nodes.reference"))
                .containsExactly(incident.reference());

        incident.then("withdrawVendorNotice", "person", handle);
        assertBlind();
    }

    @Test
    void vendorsAnswerTheTeamAndSeeNothingOfEachOther() {
        incident.then("notifyVendor", "person", handle).then("notifyVendor", "person", other);
        Map<String, Object> answer =
                Map.of("reference", incident.reference(), "answer", "AFFECTED", "message", "Version 3 only");

        vendor.mutate("acknowledgeNotice", Map.of("reference", incident.reference()), "acknowledgedAt")
                .succeeds();
        assertThat(vendor.mutate("answerNotice", answer, "answer messages { from body }")
                        .<List<String>>get("it.messages.from"))
                .containsExactly("VENDOR");

        GraphQL.Answer others = GraphQL.as(other).send(ONE, "r", incident.reference());
        assertThat(others.<List<String>>get("vendorView.messages.body")).isEmpty();
        assertThat(others.<String>get("vendorView.answer")).isNull();
        // Whoever wrote it may have another role by now; it stays what a vendor wrote.
        Database.run(Database.OWNER, "update person set role = 'RESPONDER' where handle = ?", handle);
        assertThat(GraphQL.as(other).send(ONE, "r", incident.reference()).<List<String>>get("vendorView.messages.body"))
                .isEmpty();
        assertThat(incident.<List<String>>read("vendorNotices { vendor { handle } answer }", "vendorNotices.answer"))
                .containsExactlyInAnyOrder("AFFECTED", null);
        assertThat(incident.timeline())
                .containsSubsequence("VENDOR_NOTIFIED", "VENDOR_NOTIFIED", "VENDOR_ACKNOWLEDGED", "VENDOR_ANSWERED");
        assertThat(incident.<List<String>>read("facts { kind }", "facts.kind"))
                .doesNotContain("VENDORS_NOTIFIED", "VENDOR_CONTACTED");
    }

    @Test
    void onlyTheCommitteeNotifiesAndOnlyVendorsAreNotified() {
        incident.then("grantAccess", "person", "ines");

        assertThat(incident.tried(INES, "notifyVendor", "person", handle).code())
                .isEqualTo("forbidden");
        assertThat(incident.tried(MAYA, "notifyVendor", "person", "tomas").code())
                .isEqualTo("not-vendor");
        assertThat(incident.tried(MAYA, "withdrawVendorNotice", "person", handle)
                        .code())
                .isEqualTo("not-notified");
        assertBlind();
    }

    @Test
    void readingLeavesAnAuditRow() {
        incident.then("notifyVendor", "person", handle);

        vendor.send(ONE, "r", incident.reference()).succeeds();
        vendor.send(LIST).succeeds();

        assertThat(Database.values(
                        "select action || ' ' || operation || ' ' || incident_ids::text as value from audit_event"
                                + " where actor_id = ?::uuid order by id",
                        Database.idOf(handle)))
                .containsExactly(
                        "READ vendorView {" + Database.incident(incident.reference()) + "}",
                        "READ vendorNotices {" + Database.incident(incident.reference()) + "}");
    }

    private void assertBlind() {
        assertThat(vendor.send(ONE, "r", incident.reference()).code()).isEqualTo("incident-not-found");
        assertThat(vendor.send(LIST).<Integer>get("vendorNotices.totalCount")).isZero();
        assertThat(vendor.mutate("acknowledgeNotice", Map.of("reference", incident.reference()), "reference")
                        .code())
                .isEqualTo("incident-not-found");
    }
}
