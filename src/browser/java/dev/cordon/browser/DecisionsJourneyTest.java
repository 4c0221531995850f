package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.JONAS;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Climbing;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What takes a decision, often of two people, done at the incident's page from its start to what they see at the end. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsJourneyTest {
    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void aDeadlineIsExcusedByTwoPeople() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        try (Visitor maya = at(incident, "maya", "")) {
            maya.button("Waive… Staff the fix team").click();
            maya.field("Why").fill("The one who knows the code is at sea.");
            maya.field("Until when").fill("2031-05-04T10:00");
            barrierless(maya, "waiver-ask");
            maya.button("Ask for the waiver").click();

            maya.sees("You ask to excuse “Staff the fix team” until Sun 4 May 2031, 10:00");
            assertThat(maya.button("Confirm… Staff the fix team")).hasCount(0);
            assertThat(maya.button("Take it back… Staff the fix team")).isVisible();
            assertThat(maya.page().locator("clock-bar .track")).containsText("Waiver asked for");
        }
        try (Visitor jonas = at(incident, "jonas", "/fix")) {
            jonas.sees("Maya Lindqvist asks to excuse “Staff the fix team”");
            jonas.button("Confirm… Staff the fix team").click();
            jonas.sees("The one who knows the code is at sea.");
            jonas.button("Confirm the waiver").click();

            assertThat(jonas.page().locator(".rest-of-clock"))
                    .containsText("Waived until Sun 4 May 2031, 10:00 CEST · 08:00 UTC, asked for by Maya Lindqvist");
            assertThat(jonas.page().locator(".panel")).containsText("Confirmed by Jonas Okafor");
            barrierless(jonas, "waiver-held");
            jonas.button("End it… Staff the fix team").click();
            jonas.field("Why").fill("She is back.");
            jonas.button("End the waiver").click();
            assertThat(jonas.page().locator(".panel")).containsText("Ended early by Jonas Okafor");
            assertThat(jonas.complaints()).isEmpty();
        }
        assertThat(incident.stateOf("staff_fix_team")).isEqualTo("RUNNING");
    }

    @Test
    void aWaiverIsDeclinedWithItsReason() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        String id = new AWaiver(incident).asked("lead", null);
        try (Visitor jonas = at(incident, "jonas", "")) {
            jonas.sees("Maya Lindqvist asks to excuse “Name a lead” for good.");
            jonas.button("Decline… Name a lead").click();
            jonas.field("Why").fill("Somebody has to.");
            jonas.button("Decline the waiver").click();
            jonas.page().locator("#tab-fix").click();
            jonas.sees("Declined by Jonas Okafor");
            jonas.sees("Somebody has to.");
        }
        assertThat(new AWaiver(incident).stateOf(id)).isEqualTo("DECLINED");
    }

    @Test
    void whatClimbsIsTakenBySomebody() {
        AnIncident incident = AnIncident.reported().hoursAgo(25).open();
        try (Visitor maya = at(incident, "maya", "/fix")) {
            assertThat(maya.page().locator(".next")).containsText("“Answer the reporter”: passed unmet.");
            maya.button("I have it Answer the reporter").click();
            maya.page()
                    .locator("dialog")
                    .getByText("I have it", new Locator.GetByTextOptions().setExact(true))
                    .click();

            assertThat(maya.page().locator(".next")).containsText("You have “Answer the reporter”");
            assertThat(maya.button("I have it Answer the reporter")).hasCount(0);
            assertThat(maya.page().locator(".panel")).containsText("Maya Lindqvist has it since");
            maya.page().locator("#tab-timeline").click();
            assertThat(maya.page().locator(".log")).containsText("acknowledged “Answer the reporter”: passed unmet");
            assertThat(maya.page().locator(".log")).not().containsText("BREACHED");
        }
        assertThat(new Climbing(incident).of("respond")).anyMatch(each -> each.get("acknowledgedAt") != null);
    }

    @Test
    void talksWithTeamReporterAndVendorsAreNeverMixed() {
        AVendor one = AVendor.listed();
        AVendor other = AVendor.listed();
        one.contact();
        other.contact();
        AnIncident incident = AnIncident.reported()
                .hoursAgo(2)
                .open()
                .then("notifyVendor", "vendor", one.id())
                .then("notifyVendor", "vendor", other.id())
                .then("addNote", "body", "For us alone.");
        try (Visitor maya = at(incident, "maya", "/messages")) {
            assertThat(maya.page().locator(".readers")).containsText("The team alone will see it.");
            maya.field("Write something").fill("Half a thought for the team.");

            maya.button("Reporter 0").click();
            assertThat(maya.page().locator(".panel")).not().containsText("For us alone.");
            assertThat(maya.field("Write to the reporter")).hasValue("");
            assertThat(maya.page().locator(".readers")).containsText("the reporter will see it, no vendor will.");
            maya.field("Write to the reporter").fill("Which version was it?");
            maya.field("Wait for an answer").check();
            barrierless(maya, "messages-reporter");
            maya.button("Send to the reporter").click();
            assertThat(maya.page().locator(".tags")).containsText("Waiting for the reporter");
            assertThat(maya.page().locator(".talk")).containsText("Which version was it?");

            maya.button("Vendors 0").click();
            assertThat(maya.page().locator(".panel")).not().containsText("Which version was it?");
            maya.field("To").selectOption(new SelectOption().setLabel(one.name() + " alone"));
            assertThat(maya.page().locator(".readers"))
                    .containsText(one.name() + " will see it, no other vendor will.");
            maya.field("Write to vendors").fill("Your build has it switched on.");
            barrierless(maya, "messages-vendors");
            maya.button("Send to this vendor").click();
            assertThat(maya.page().locator(".talk")).containsText(one.name() + " alone");

            maya.button("Team 1").click();
            assertThat(maya.field("Write something")).hasValue("Half a thought for the team.");
            assertThat(maya.complaints()).isEmpty();
        }
        assertThat(incident.<List<String>>read("notes { audience body }", "notes.audience"))
                .containsExactly("TEAM", "REPORTER", "VENDORS");
        assertThat(incident.<String>read("waitingOn", "waitingOn")).isEqualTo("REPORTER");
    }

    @Test
    void aNoticeIsWrittenApprovedByAnotherAndSentToChosenVendors() {
        AVendor vendor = AVendor.listed();
        vendor.contact();
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        try (Visitor maya = at(incident, "maya", "/notices")) {
            maya.button("Draft a notice…").click();
            maya.field("Whom it is for").selectOption("VENDOR_ADVANCE");
            maya.button("Draft it").click();
            maya.sees("Advance notice of a vulnerability in");
            assertThat(maya.button("Approve… Vendors: advance notice")).hasCount(0);
            assertThat(maya.button("Send… Vendors: advance notice")).hasCount(0);
            maya.button("Edit… Vendors: advance notice").click();
            maya.field("Subject").fill("Something to prepare for");
            maya.button("Save the words").click();
            maya.sees("Something to prepare for");
            maya.sees("Somebody who did not write it has to approve it before it is sent.");
        }
        try (Visitor jonas = at(incident, "jonas", "/notices")) {
            jonas.button("Approve… Vendors: advance notice").click();
            jonas.button("Approve them").click();
            jonas.sees("Approved by Jonas Okafor");
        }
        try (Visitor maya = at(incident, "maya", "/notices")) {
            maya.button("Send… Vendors: advance notice").click();
            maya.field(vendor.name()).check();
            maya.button("Send it").click();

            assertThat(maya.page().locator(".frozen")).containsText("Sent by Maya Lindqvist");
            assertThat(maya.button("Edit… Vendors: advance notice")).hasCount(0);
            assertThat(maya.page().locator("table")).containsText("No answer yet");
            assertThat(maya.page().locator("table")).containsText(vendor.name());
            barrierless(maya, "notice-sent");
            assertThat(maya.complaints()).isEmpty();
        }
        assertThat(incident.stateOf("notify_vendors")).isEqualTo("MET");
    }

    @Test
    void aRebaseShowsWhatItWouldChangeBeforeItIsDone() {
        AnIncident incident =
                AnIncident.reported().hoursAgo(100).following("cert-cc-45").open();
        try (Visitor maya = at(incident, "maya", "/people")) {
            maya.button("Follow another in its place…").click();
            maya.field("The policy to follow, as it is now").selectOption("kubernetes-2017");
            Locator preview = maya.page().locator(".preview");
            assertThat(preview).containsText("would be missed at once.");
            assertThat(preview.locator("table")).containsText("Staff the fix team");
            barrierless(maya, "rebase-preview");
            maya.field("Why").fill("It came by the wrong form.");
            maya.button("Rebase it").click();

            assertThat(maya.page().locator(".panel")).containsText("Kubernetes Product Security Team, 2017");
            assertThat(maya.page().locator(".panel")).containsText("CERT/CC, 45 days version");
            assertThat(maya.complaints()).isEmpty();
        }
        assertThat(incident.<List<String>>read("policies { policy { id } }", "policies.policy.id"))
                .containsExactly("kubernetes-2017");
    }

    @Test
    void theDraftOfARetrospectiveIsReadAndTakenAway() throws IOException {
        AnIncident incident =
                AnIncident.reported().titled("<b>Not bold</b>").hoursAgo(30).open();
        incident.tried(JONAS, "addNote", "body", "Seen.").succeeds();
        try (Visitor maya = at(incident, "maya", "/retrospective")) {
            maya.sees("How deadlines were kept");
            maya.sees("What the record leaves unsaid");
            Download download = maya.page()
                    .waitForDownload(() -> maya.button("Download as Markdown").click());

            assertThat(download.suggestedFilename()).isEqualTo(incident.reference() + "-retrospective.md");
            String markdown = MAYA.send(
                            "query($r: String!) { incidentReport(reference: $r) { markdown } }",
                            "r",
                            incident.reference())
                    .get("incidentReport.markdown");
            assertThat(withoutItsTime(Files.readString(download.path()))).isEqualTo(withoutItsTime(markdown));
            barrierless(maya, "retrospective");
            assertThat(maya.complaints()).isEmpty();
        }
    }

    @Test
    void aResponderIsNotOfferedWhatTheCommitteeDecides() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open().then("grantAccess", "person", "ines");
        new AWaiver(incident).asked("lead", null);
        incident.then("draftNotice", "kind", "FORTHCOMING_FIX");
        try (Visitor ines = at(incident, "ines", "/notices")) {
            ines.sees("Maya Lindqvist asks to excuse “Name a lead” for good.");
            assertThat(ines.button("Confirm…")).hasCount(0);
            assertThat(ines.button("Decline…")).hasCount(0);
            ines.button("Approve… Users: a fix is coming").click();
            ines.button("Approve them").click();
            ines.sees("It may be sent by somebody of the committee.");
            assertThat(ines.button("Send…")).hasCount(0);
            ines.page().locator("#tab-people").click();
            ines.sees("Kubernetes Product Security Team, 2017");
            assertThat(ines.button("Follow another in its place…")).hasCount(0);
            assertThat(ines.button("Notify a vendor…")).hasCount(0);
        }
        try (Visitor maya = at(incident, "maya", "/people")) {
            AVendor vendor = AVendor.listed();
            vendor.contact();
            maya.button("Notify a vendor…").click();
            maya.field("Vendor on the list").selectOption(new SelectOption().setLabel(vendor.name()));
            maya.button("Notify them").click();
            assertThat(maya.page().locator(".panel")).containsText("No answer yet.");
        }
    }

    private static List<String> withoutItsTime(String markdown) {
        return markdown.lines()
                .filter(line -> !line.startsWith("A draft from what was recorded until"))
                .toList();
    }

    private Visitor at(AnIncident incident, String handle, String tab) {
        return Visitor.as(handle, chromium).open("/console/incidents/" + incident.reference() + tab);
    }

    /** Looks at it wide in light and narrow in dark, with a picture of each. */
    private static void barrierless(Visitor visitor, String name) {
        visitor.look(ColorScheme.DARK, 390);
        visitor.picture("decision-" + name + "-dark-390");
        assertThat(visitor.barriers()).as(name + " dark 390").isEmpty();
        assertThat(visitor.sidewaysScroll()).as(name + " at 390").isZero();
        visitor.look(ColorScheme.LIGHT, 320);
        assertThat(visitor.sidewaysScroll()).as(name + " at 320").isZero();
        visitor.look(ColorScheme.LIGHT, 1440);
        visitor.picture("decision-" + name + "-light-1440");
        assertThat(visitor.barriers()).as(name + " light 1440").isEmpty();
    }
}
