package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.JONAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.APerson;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do at the console, from its start to what they see at the end. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);

    private final Chromium chromium = Chromium.start();

    @Inject
    MovedTime time;

    @AfterEach
    void followTheDatabaseAgain() {
        time.follow();
    }

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void aReportComesInWhileTheQueueIsOpen() {
        String title = "Seen while watching " + UUID.randomUUID();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/queue")) {
            assertThat(maya.page().locator("a.row, .empty").first()).isVisible();

            AnIncident.reported().titled(title).hoursAgo(300).open();

            assertThat(maya.page().locator("main")).containsText(title);
            assertThat(maya.page().locator(".live")).hasClass(Pattern.compile("told"));
        }
    }

    @Test
    void whatOthersDoShowsAtOnceAlsoAfterTheSocketWasCut() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            Wire wire = new Wire(maya.page());
            maya.open("/console/incidents/" + incident.reference());
            assertThat(maya.page().locator(".live")).hasClass(Pattern.compile("told"));
            incident.tried(JONAS, "addNote", "body", "Before the cut.").succeeds();
            assertThat(maya.page().locator("main")).containsText("Jonas Okafor");
            int before =
                    incident.<Integer>read("timeline(last: 1) { nodes { sequence } }", "timeline.nodes[0].sequence");

            wire.cut();
            incident.then(
                    "scoreIncident",
                    "vector",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                    "rationale",
                    "It is bad");

            assertThat(maya.page().locator(".side")).containsText("9.8", PATIENTLY);
            assertThat(wire.placesAskedFor()).hasSize(2).element(1, INTEGER).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void withoutASocketThePageAsksByItself() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.page().routeWebSocket("**/graphql", socket -> socket.close());
            maya.open("/console/incidents/" + incident.reference());
            assertThat(maya.page().locator(".live")).containsText("Updated");

            incident.then(
                    "scoreIncident",
                    "vector",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                    "rationale",
                    "It is bad");

            assertThat(maya.page().locator(".side")).containsText("9.8", PATIENTLY);
        }
    }

    @Test
    void somebodyReportsAndComesBackByTheirLink() {
        try (Visitor somebody = Visitor.as(null, chromium).open("/report")) {
            somebody.field("In one line").fill("Any token is accepted");
            somebody.field("What did you find?").fill("The signature is not checked.");
            somebody.field("How can it be reproduced?").fill("Send a token of your own making.");
            somebody.page().keyboard().press("Control+Enter");

            somebody.sees("Thank you. Your report has arrived.");
            somebody.sees("You will hear from a person by ");
            // It begins with the public URL, which is not where tests run.
            String link = somebody.page().locator(".once").innerText();
            assertThat(somebody.page().getByText("Open it")).hasAttribute("href", link);
            somebody.open(link.substring(link.indexOf("/report/status")));

            assertThat(somebody.page().locator("h1")).hasText("Any token is accepted");
            somebody.sees("How to reproduce\nSend a token of your own making.");
            somebody.field("Write to the team").fill("It is version 2 too.");
            somebody.button("Send it").click();
            assertThat(somebody.page().locator(".talk .ours")).containsText("It is version 2 too.");
            assertThat(somebody.complaints()).isEmpty();
        }
    }

    @Test
    void anIncidentIsWorkedOnByKeyboardAlone() {
        AnIncident incident = AnIncident.reported()
                .titled("By keyboard " + UUID.randomUUID())
                .hoursAgo(1)
                .open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference());
            press(maya, maya.button("A person answered the reporter…"), "Enter");
            maya.page().keyboard().press("Control+Enter");
            maya.sees("A person answered the reporter");
            assertThat(maya.button("A person answered the reporter…")).hasCount(0);

            press(maya, maya.button("Find it valid…"), "Enter");
            maya.page().keyboard().press("Control+Enter");
            assertThat(maya.page().locator(".tags")).containsText("Found valid");

            press(maya, maya.button("Offer the lead…"), "Enter");
            maya.page().keyboard().type("jonas");
            maya.page().keyboard().press("Control+Enter");
            maya.sees("You offered Jonas Okafor the lead");

            assertThat(incident.<String>read("leadOffer { to { handle } }", "leadOffer.to.handle"))
                    .isEqualTo("jonas");
            press(maya, maya.page().locator("#tab-timeline"), "ArrowRight");
            assertThat(maya.page().locator("#tab-report")).isFocused();
        }
        try (Visitor jonas = Visitor.as("jonas", chromium)) {
            jonas.open("/console/incidents/" + incident.reference());
            press(jonas, jonas.button("Take the lead"), "Enter");
            jonas.page().keyboard().press("Control+Enter");
            assertThat(jonas.page().locator(".side")).containsText("Jonas Okafor");
        }
        assertThat(incident.<String>read("lead { handle }", "lead.handle")).isEqualTo("jonas");
    }

    @Test
    void aScoreIsAnsweredTogetherAndSavedWithItsReason() {
        AnIncident incident = AnIncident.reported().open().then("scoreIncident", "vector", AnIncident.LOW);
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference() + "/assessment");
            maya.page().getByLabel("Network").first().check();
            maya.sees("Change from the last score:");
            maya.field("Why it changes").fill("It listens on every interface.");
            maya.button("Save the score").click();
            maya.sees("It listens on every interface.");
        }
        assertThat(incident.<String>read("score { vector }", "score.vector")).contains("/AV:N/");
    }

    @Test
    void aWrongVectorIsToldWhichMetricIsWrong() {
        try (Visitor somebody = Visitor.as(null, chromium).open("/cvss")) {
            somebody.field("Vector").fill("CVSS:3.1/AV:N/AC:Q/PR:N/UI:N/S:U/C:H/I:H/A:H");
            somebody.sees("AC");
            assertThat(somebody.page().locator(".box")).containsText("AC");
            somebody.field("Vector").fill(AnIncident.LOG4SHELL);
            assertThat(somebody.page().locator(".cvss .score")).containsText("10.0");
            assertThat(somebody.page()).hasURL(Pattern.compile(".*/cvss#CVSS:3\\.1/AV:N.*"));
        }
    }

    @Test
    void aDeadlineTurnsOverdueWhileSomebodyWatches() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        Instant due = incident.reportedAt().plus(Duration.ofHours(24));
        time.setTo(due.minusSeconds(6));
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference());
            assertThat(maya.page().locator("#clock-title")).containsText("Due in");
            time.setTo(due.plusSeconds(1));

            assertThat(maya.page().locator("#clock-title"))
                    .containsText("Overdue by", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            maya.sees("Answer the reporter");
        }
    }

    @Test
    void offlineIsToldAndOvercome() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference());
            maya.button("Record something else…").click();
            maya.page().locator("#verb-kind").selectOption("FIX_READY");
            maya.field("Note").fill("Typed before the train went into the tunnel.");
            maya.offline(true);

            maya.sees("Offline since");
            assertThat(maya.page().locator("dialog .btn.pri")).isDisabled();
            maya.offline(false);
            assertThat(maya.field("Note")).hasValue("Typed before the train went into the tunnel.");
            maya.button("Record it").click();
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        assertThat(incident.<String>read("facts { note }", "facts[-1].note"))
                .isEqualTo("Typed before the train went into the tunnel.");
    }

    @Test
    void twoPeopleEditAtOnceAndNothingIsLost() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference());
            maya.button("Describe…").click();
            maya.field("CVE").fill("CVE-2026-10001");
            incident.tried(JONAS, "addNote", "body", "I look into it.").succeeds();
            incident.tried(JONAS, "describeIncident", "title", "A better title").succeeds();
            assertThat(maya.page().locator("main h1")).containsText("A better title");
            maya.button("Save the description").click();

            assertThat(maya.page().locator("dialog .box")).containsText("Jonas Okafor");
            maya.button("Save the description anyway").click();
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        assertThat(incident.<String>read("title", "title")).isEqualTo("A better title");
        assertThat(incident.<String>read("cve", "cve")).isEqualTo("CVE-2026-10001");
    }

    @Test
    void aSessionThatEndsIsTakenUpInPlace() {
        AnIncident incident = AnIncident.reported().open();
        APerson ada = APerson.with(Role.COMMITTEE);
        try (Visitor visitor = Visitor.as(null, chromium)) {
            visitor.open("/sign-in?to=/console/incidents/" + incident.reference());
            signIn(visitor.page().locator("main"), ada);
            assertThat(visitor.page().locator("#clock-title")).isVisible();
            visitor.page().locator("#tab-messages").click();
            visitor.field("Write something").fill("Kept over a new session.");
            visitor.loseSession();
            visitor.button("Add the note").click();

            Locator again = visitor.page().locator("#again");
            assertThat(again).containsText("Your session ended");
            signIn(again, ada);
            assertThat(again).not().isVisible();
            visitor.button("Add the note").click();
            assertThat(visitor.page().locator(".talk")).containsText("Kept over a new session.");
        }
    }

    private static void signIn(Locator where, APerson person) {
        where.getByLabel("Handle").fill(person.handle());
        where.getByLabel("Password").fill(APerson.PASSWORD);
        where.getByText("Sign in", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    @Test
    void othersSeeNothingOfAnIncidentThatIsNotTheirs() {
        String title = "Nobody's business " + UUID.randomUUID();
        AnIncident incident = AnIncident.reported().titled(title).open();
        String address = "/console/incidents/" + incident.reference();
        for (String handle : new String[] {"rika", "verena", "amadou", "olga", "ines"}) {
            try (Visitor other = Visitor.as(handle, chromium).open(address)) {
                assertThat(other.page().locator("h1")).hasText("No incident here, or it is not shared with you.");
                String there = other.page().locator("main").innerText();
                other.open("/console/incidents/INC-000000");
                assertThat(other.page().locator("main").innerText()).isEqualTo(there);
            }
        }
        try (Visitor stranger = Visitor.as(null, chromium).open(address)) {
            assertThat(stranger.page().locator("h1")).hasText("Sign in");
        }
        try (Visitor maya = Visitor.as("maya", chromium).open(address)) {
            assertThat(maya.page().locator("h1")).hasText(title);
        }
    }

    @Test
    void aVendorSeesWhatTheyWereNotifiedOfAlone() {
        String told = "Told to vendors " + UUID.randomUUID();
        String kept = "Kept from vendors " + UUID.randomUUID();
        AnIncident.reported().titled(told).open().then("notifyVendor", "person", "verena");
        AnIncident.reported().titled(kept).open();
        try (Visitor verena = Visitor.as("verena", chromium).open("/")) {
            verena.sees(told);
            assertThat(verena.page().locator("body")).not().containsText(kept);
            verena.page().getByText(told).click();
            verena.button("Answer…").click();
            verena.field("Does it have the vulnerability?").selectOption("NOT_AFFECTED");
            verena.page()
                    .locator("dialog")
                    .getByText("Answer", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(verena.page().locator("main")).containsText("Not affected");
        }
    }

    @Test
    void aViewerFarInTheEastReadsTheirOwnDay() {
        AnIncident incident = AnIncident.reported()
                .receivedAt(Instant.now().minus(Duration.ofHours(1)))
                .open();
        var far = new Browser.NewContextOptions().setTimezoneId("Pacific/Tongatapu");
        try (Visitor maya = Visitor.as("maya", chromium, far).open("/console/incidents/" + incident.reference())) {
            assertThat(maya.page().locator(".clock-card time").first())
                    .containsText(Pattern.compile("GMT\\+13 · .*UTC"));
        }
    }

    @Test
    void aWrongClockIsToldAndNotCountedBy() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            Date fast = Date.from(Instant.now().plus(Duration.ofHours(30)));
            maya.page().clock().install(new Clock.InstallOptions().setTime(fast));
            maya.open("/console/incidents/" + incident.reference());

            assertThat(maya.page().locator("live-status")).containsText("fast. Times here use the server's clock.");
            assertThat(maya.page().locator("#clock-title")).containsText("Due in 21 h");
        }
    }

    @Test
    void paperIsLightAndSaysWhoPrintedIt() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.open("/console/incidents/" + incident.reference());
            maya.look(ColorScheme.DARK, 1440);
            maya.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(maya.page().locator(".rail")).not().isVisible();
            maya.sees("printed by Maya Lindqvist");
            assertThat(maya.page().evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            maya.picture("incident-print");
        }
    }

    @Test
    void forcedColoursKeepTheBarAndTheTabs() {
        AnIncident incident = AnIncident.reported().hoursAgo(30).open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            maya.open("/console/incidents/" + incident.reference());
            assertThat(maya.page().locator(".ms").first()).isVisible();
            maya.picture("incident-forced-colours");
            assertThat(maya.sidewaysScroll()).isZero();
        }
    }

    private static void press(Visitor visitor, Locator where, String key) {
        where.focus();
        visitor.page().keyboard().press(key);
    }
}
