package dev.cordon.incident;

import static dev.cordon.testing.GraphQL.AMADOU;
import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The private list of vendors: who keeps it, who speaks for a vendor, what embargo terms open and what receipts tell. */
@QuarkusTest
class VendorListTest {
    private static final String LIST =
            "{ vendors(first: 100) { totalCount nodes { id name contacts { person { handle } address }"
                    + " termsVersion termsAcceptedAt termsAcceptedBy { handle } contactTestedAt contactTestOutcome retiredAt } } }";
    private static final String ONE =
            "query($r: String!) { vendorView(reference: $r) { organisation termsDue title cwes"
                    + " affected { component } severity vector overallScore answer messages { body } } }";

    private AVendor acme;

    @BeforeEach
    void aVendorOnTheList() {
        acme = AVendor.listed();
    }

    @Test
    void theCommitteeKeepsTheListAndNobodyElseSeesIt() {
        String contact = acme.contact();
        acme.tried(MAYA, "renameVendor", "name", acme.name() + " Ltd").succeeds();
        acme.tried(MAYA, "recordContactTest", "outcome", "NO_ANSWER", "at", "2026-01-05T10:00:00Z")
                .succeeds();

        GraphQL.Answer list = MAYA.send(LIST).succeeds();
        String found = "vendors.nodes.find { it.id == '" + acme.id() + "' }.";
        assertThat(list.<String>get(found + "name")).isEqualTo(acme.name() + " Ltd");
        assertThat(list.<List<String>>get(found + "contacts.person.handle")).containsExactly(contact);
        assertThat(list.<List<String>>get(found + "contacts.address")).containsExactly(contact + "@example.org");
        assertThat(list.<String>get(found + "contactTestOutcome")).isEqualTo("NO_ANSWER");
        assertThat(list.<String>get(found + "contactTestedAt")).isEqualTo("2026-01-05T10:00:00Z");
        for (GraphQL other : List.of(INES, AMADOU, OLGA, NOBODY, GraphQL.as(contact))) {
            assertThat(other.send(LIST).code()).isEqualTo("forbidden");
            assertThat(acme.tried(other, "retireVendor").code()).isEqualTo("forbidden");
            assertThat(other.mutate("addVendor", Map.of("name", "Mine"), "id").code())
                    .isEqualTo("forbidden");
        }
        assertThat(Database.values(
                        "select operation as value from audit_event where action = 'CHANGE' and operation ~ 'Vendor'"
                                + " and actor_id = ?::uuid order by id desc limit 2",
                        Database.idOf("maya")))
                .containsExactly("renameVendor", "addVendorContact");
    }

    @Test
    void namesAreTakenOnceAndAPersonSpeaksForOneVendor() {
        String contact = acme.contact();
        AVendor other = AVendor.listed();

        assertThat(MAYA.mutate("addVendor", Map.of("name", acme.name().toUpperCase()), "id")
                        .code())
                .isEqualTo("vendor-name-taken");
        assertThat(other.tried(MAYA, "renameVendor", "name", acme.name()).code())
                .isEqualTo("vendor-name-taken");
        assertThat(other.tried(MAYA, "addVendorContact", "person", contact).code())
                .isEqualTo("vendor-contact-taken");
        assertThat(other.tried(MAYA, "addVendorContact", "person", "tomas").code())
                .isEqualTo("not-vendor");
        assertThat(other.tried(MAYA, "addVendorContact", "person", Database.newcomer(Role.VENDOR), "address", "none")
                        .code())
                .isEqualTo("invalid-text");
        assertThat(other.tried(MAYA, "removeVendorContact", "person", contact).code())
                .isEqualTo("vendor-contact-not-found");
        assertThat(other.tried(MAYA, "recordContactTest", "outcome", "ANSWERED", "at", "2999-01-01T00:00:00Z")
                        .code())
                .isEqualTo("future-instant");

        acme.tried(MAYA, "retireVendor").succeeds();
        assertThat(acme.tried(MAYA, "renameVendor", "name", "Again").code()).isEqualTo("vendor-not-found");
        other.tried(MAYA, "renameVendor", "name", acme.name()).succeeds();
    }

    @Test
    void contentShowsOnceTheVendorAcceptedTheTerms() {
        String contact = acme.contact();
        String colleague = acme.contact();
        AnIncident incident = scored();
        incident.then("notifyVendor", "vendor", acme.id())
                .then("addNote", "audience", "VENDORS", "body", "Patch attached");

        GraphQL.Answer before =
                GraphQL.as(contact).send(ONE, "r", incident.reference()).succeeds();
        assertThat(before.<Boolean>get("vendorView.termsDue")).isTrue();
        assertThat(before.<String>get("vendorView.organisation")).isEqualTo(acme.name());
        assertThat(before.response().asString())
                .doesNotContain("Smuggling", AnIncident.LOG4SHELL, "CRITICAL", "10.0", "Patch");

        AVendor.accepting(contact).succeeds();
        GraphQL.Answer after = GraphQL.as(colleague).send(ONE, "r", incident.reference());
        assertThat(after.<Boolean>get("vendorView.termsDue")).isFalse();
        assertThat(after.<String>get("vendorView.title")).isEqualTo("Smuggling");
        assertThat(after.<String>get("vendorView.vector")).isEqualTo(AnIncident.LOG4SHELL);
        assertThat(after.<List<String>>get("vendorView.messages.body")).containsExactly("Patch attached");
    }

    @Test
    void onlyTheTermsThatHoldAreAcceptedAndOnlyForAVendorOnTheList() {
        String contact = acme.contact();

        assertThat(GraphQL.as(contact)
                        .mutate("acceptEmbargoTerms", Map.of("version", "0123"), "version")
                        .code())
                .isEqualTo("embargo-terms-changed");
        assertThat(AVendor.accepting(Database.newcomer(Role.VENDOR)).code()).isEqualTo("no-terms-to-accept");
        assertThat(AVendor.accepting("maya").code()).isEqualTo("forbidden");

        String accepted = AVendor.accepting(contact).get("it.acceptedAt");
        assertThat(AVendor.accepting(contact).<String>get("it.acceptedAt")).isEqualTo(accepted);
        String found = "vendors.nodes.find { it.id == '" + acme.id() + "' }.";
        assertThat(MAYA.send(LIST).<String>get(found + "termsAcceptedBy.handle"))
                .isEqualTo(contact);
    }

    @Test
    void whoSpeaksForTheVendorNoLongerSeesNothingAndANewcomerIsReachedByNotifyingAgain() {
        String contact = acme.contact();
        AnIncident incident = scored().then("notifyVendor", "vendor", acme.id());
        AVendor.accepting(contact).succeeds();
        TalkingTest.answer(contact, incident, "AFFECTED");

        acme.tried(MAYA, "removeVendorContact", "person", contact).succeeds();
        assertThat(GraphQL.as(contact).send(ONE, "r", incident.reference()).code())
                .isEqualTo("incident-not-found");

        String newcomer = acme.contact();
        assertThat(GraphQL.as(newcomer).send(ONE, "r", incident.reference()).code())
                .isEqualTo("incident-not-found");
        incident.then("notifyVendor", "vendor", acme.id());
        assertThat(GraphQL.as(newcomer).send(ONE, "r", incident.reference()).<String>get("vendorView.answer"))
                .isEqualTo("AFFECTED");
        incident.then("notifyVendor", "person", contact);
        assertThat(GraphQL.as(contact).send(ONE, "r", incident.reference()).<String>get("vendorView.answer"))
                .isNull();
    }

    @Test
    void receiptsTellHowFarEachVendorIsAndSpellOutThatOneSaidNothing() {
        String contact = acme.contact();
        String colleague = acme.contact();
        String alone = Database.newcomer(Role.VENDOR);
        AnIncident incident = scored().then("grantAccess", "person", "ines")
                .then("notifyVendor", "vendor", acme.id())
                .then("notifyVendor", "person", alone);
        assertThat(receipts(incident, "vendorReceipts", "answer")).containsExactly("NO_ANSWER_YET", "NO_ANSWER_YET");
        assertThat(receipts(incident, "vendorReceipts", "openedAt")).containsOnlyNulls();

        GraphQL.as(contact).send(ONE, "r", incident.reference()).succeeds();
        AVendor.accepting(contact).succeeds();
        TalkingTest.answer(colleague, incident, "FIXED");

        String seen =
                "vendorReceipts { vendor contacts { handle } sentAt deliveredAt openedAt termsAcceptedAt answer answeredAt }";
        String its = "vendorReceipts.find { it.vendor == '" + acme.name() + "' }.";
        assertThat(incident.<List<String>>read(seen, its + "contacts.handle"))
                .containsExactlyInAnyOrder(contact, colleague);
        assertThat(incident.<String>read(seen, its + "answer")).isEqualTo("FIXED");
        for (String done : List.of("sentAt", "openedAt", "termsAcceptedAt", "answeredAt")) {
            assertThat(incident.<String>read(seen, its + done)).as(done).isNotNull();
        }
        assertThat(incident.<String>read(seen, its + "deliveredAt")).isNull();
        assertThat(receipts(incident, "silentVendors", "vendor")).containsExactly("Newcomer " + alone);
        assertThat(INES.send(
                                "query($r: String!) { incident(reference: $r) { vendorReceipts { vendor } } }",
                                "r",
                                incident.reference())
                        .<List<String>>get("incident.vendorReceipts.vendor"))
                .contains(acme.name());
    }

    @Test
    void aContactIsMailedAtTheAddressOfTheListAndTheReceiptSaysWhenTheMailWasTaken() {
        String contact = acme.contact();
        AnIncident incident = scored().then("notifyVendor", "vendor", acme.id());
        incident.then("respondToVendor", "vendor", acme.id(), "body", "Hello");
        assertThat(Outbox.about(incident.reference())).contains("VENDOR_NOTIFIED " + contact, "VENDOR_TOLD " + contact);
        assertThat(receipts(incident, "vendorReceipts", "deliveredAt")).containsOnlyNulls();

        Database.run(
                Database.OWNER,
                "update notification set state = 'SENT', settled_at = now() where incident_id = ?",
                Database.incident(incident.reference()));

        assertThat(receipts(incident, "vendorReceipts", "deliveredAt")).doesNotContainNull();
    }

    @Test
    void whoSpeaksForAVendorNoLongerIsToldNothingMore() {
        String contact = acme.contact();
        acme.contact();
        AnIncident incident = scored().then("notifyVendor", "vendor", acme.id());
        acme.tried(MAYA, "removeVendorContact", "person", contact).succeeds();

        incident.then("respondToVendor", "vendor", acme.id(), "body", "Hello");

        assertThat(Outbox.about(incident.reference())).doesNotContain("VENDOR_TOLD " + contact);
    }

    @Test
    void whatIsSaidToAVendorReachesAllWhoSpeakForItAndWhatOneSaysItsColleagues() {
        String contact = acme.contact();
        String colleague = acme.contact();
        AVendor other = AVendor.listed();
        String stranger = other.contact();
        AVendor.accepting(contact).succeeds();
        AVendor.accepting(stranger).succeeds();
        AnIncident incident =
                scored().then("notifyVendor", "vendor", acme.id()).then("notifyVendor", "vendor", other.id());

        incident.then("respondToVendor", "vendor", acme.id(), "body", "For Acme");
        GraphQL.as(contact)
                .mutate(
                        "answerNotice",
                        Map.of("reference", incident.reference(), "answer", "AFFECTED", "message", "Ours has it"),
                        "reference")
                .succeeds();

        assertThat(TalkingTest.messages(colleague, incident)).containsExactly("For Acme", "Ours has it");
        assertThat(TalkingTest.messages(stranger, incident)).isEmpty();
    }

    @Test
    void aVendorNobodySpeaksForIsNotNotifiedAndARetiredOneNeither() {
        AnIncident incident = scored();

        assertThat(incident.tried(MAYA, "notifyVendor", "vendor", acme.id()).code())
                .isEqualTo("no-vendor-contact");
        String contact = acme.contact();
        incident.then("notifyVendor", "vendor", acme.id());
        acme.tried(MAYA, "retireVendor").succeeds();
        assertThat(scored().tried(MAYA, "notifyVendor", "vendor", acme.id()).code())
                .isEqualTo("vendor-not-found");

        AVendor.accepting(contact).succeeds();
        assertThat(GraphQL.as(contact).send(ONE, "r", incident.reference()).<String>get("vendorView.title"))
                .isEqualTo("Smuggling");
        incident.then("withdrawVendorNotice", "vendor", acme.id());
        assertThat(GraphQL.as(contact).send(ONE, "r", incident.reference()).code())
                .isEqualTo("incident-not-found");
    }

    private static AnIncident scored() {
        return AnIncident.reported().titled("Smuggling").open().then("scoreIncident", "vector", AnIncident.LOG4SHELL);
    }

    private static List<String> receipts(AnIncident incident, String field, String of) {
        return incident.read(field + " { " + of + " }", field + "." + of);
    }
}
