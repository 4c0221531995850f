package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.browser.Dialogs.dialogField;
import static dev.cordon.browser.Dialogs.send;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.access.Role;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do at the console beside incidents: shifts, vendors, metrics, holidays, channels, webhooks. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeTest {
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
    void theMetricsSayHowManyReportsWereAnsweredInTimeAndGoIntoAFile() throws IOException {
        Instant day = Instant.parse("2004-02-02T12:00:00Z");
        for (int hours : List.of(1, 3, 10, 22, 30)) {
            answered(day, hours);
        }
        answered(day, 5);
        time.setTo(day.plus(Duration.ofDays(20)));
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/metrics?period=quarter")) {
            assertThat(maya.page().locator("h1")).hasText("You answered 5 of 6 reports within 24 hours.");
            assertThat(maya.page().locator(".chart").first()).containsText("5 of 6 (83 %) met in time");
            maya.page().getByLabel("Group by").selectOption("QUARTER");
            assertThat(maya.page().locator(".metrics h2")).containsText("Q1 2004");
            maya.page().locator(".metrics summary").first().click();
            assertThat(maya.page().locator(".metrics table").first()).containsText("Answer the reporter");
            maya.picture("metrics-six");

            Download file = maya.page()
                    .waitForDownload(() -> maya.button("Download as CSV").click());
            assertThat(Files.readString(file.path()))
                    .startsWith("quarter,severity,incidents,policy,key,name,met,of,")
                    .contains("2004-Q1,,6,kubernetes-2017,respond,Answer the reporter,5,6,");
            assertThat(maya.complaints()).isEmpty();
        }
        try (Visitor amadou = Visitor.as("amadou", chromium).open("/console/metrics?period=quarter&by=SEVERITY")) {
            assertThat(amadou.page().locator("h1")).hasText("The team answered 5 of 6 reports within 24 hours.");
            assertThat(amadou.page().locator("#metrics-by option"))
                    .hasText(new String[] {"All together", "By quarter"});
            assertThat(amadou.page().locator("main")).not().containsText("Retrospectives due");
        }
    }

    private void answered(Instant reported, int hours) {
        time.setTo(reported);
        AnIncident incident = AnIncident.reported()
                .following("kubernetes-2017")
                .receivedAt(reported)
                .open();
        time.setTo(reported.plus(Duration.ofHours(hours)));
        incident.then("recordFact", "kind", "RESPONDED_TO_REPORTER");
    }

    @Test
    void theCommitteeSetsAShiftAndCancelsIt() {
        time.setTo(Instant.parse("2031-03-05T09:00:00Z"));
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/on-call")) {
            assertThat(maya.page().locator("h1")).hasText("Nobody is on call now.");
            maya.button("Set a shift").click();
            dialogField(maya, "Who").fill("jonas");
            dialogField(maya, "Backup").fill("ines");
            send(maya, "Set the shift");

            assertThat(maya.page().locator("h1")).hasText("Jonas Okafor is on call.");
            maya.sees("Until Wed 12 Mar, 10:00 CET · 09:00 UTC. Ines Carvalho is the backup.");
            assertThat(maya.page().locator(".day h2")).hasText("Wed 5 Mar 2031");
            maya.button("Set a shift").click();
            dialogField(maya, "Who").fill("ines");
            dialogField(maya, "From").fill("2031-03-14T10:00");
            send(maya, "Set the shift");
            maya.sees("Nobody from Wed 12 Mar, 10:00 CET · 09:00 UTC until Fri 14 Mar, 10:00 CET");
        }
        try (Visitor ines = Visitor.as("ines", chromium).open("/console/on-call")) {
            assertThat(ines.page().locator("h1")).hasText("Jonas Okafor is on call.");
            assertThat(ines.page().locator("main button")).hasCount(0);
        }
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/on-call")) {
            maya.button("Cancel…").click();
            send(maya, "Cancel the shift");
            assertThat(maya.page().locator("h1")).hasText("Nobody is on call now.");
            maya.button("Cancel…").click();
            send(maya, "Cancel the shift");
            maya.sees("No shift is set for the next three months.");
        }
    }

    @Test
    void aVendorComesOnTheListAndReadsNothingBeforeItAcceptsTheTerms() {
        String name = "Acme " + UUID.randomUUID();
        String contact = Database.newcomer(Role.VENDOR);
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/vendors")) {
            maya.button("Add a vendor").click();
            dialogField(maya, "Name of the organisation").fill(name);
            send(maya, "Add it");
            maya.button("Add a contact… " + name).click();
            dialogField(maya, "Handle").fill(contact);
            dialogField(maya, "Mail address").fill(contact + "@example.org");
            send(maya, "Add them");
            maya.button("Record a contact test… " + name).click();
            dialogField(maya, "What came of it").selectOption("ANSWERED");
            send(maya, "Record it");
            Locator card = cardOf(maya, name);
            assertThat(card).containsText(contact + "@example.org");
            assertThat(card).containsText("Somebody answered");
            assertThat(card).containsText("Not accepted yet");

            String title = notified(name);
            readAfterAccepting(contact, title);

            maya.open("/console/vendors");
            assertThat(cardOf(maya, name)).containsText("Accepted ");
            maya.button("Take off the list… " + name).click();
            send(maya, "Take it off");
            assertThat(cardOf(maya, name)).containsText("off the list since");
            assertThat(maya.complaints()).isEmpty();
        }
    }

    private static String notified(String vendor) {
        String id = MAYA.send("{ vendors(first: 100) { nodes { id name } } }")
                .get("vendors.nodes.find { it.name == '" + vendor + "' }.id");
        String title = "Told to Acme " + UUID.randomUUID();
        AnIncident.reported()
                .titled(title)
                .open()
                .then("scoreIncident", "vector", AnIncident.LOW)
                .then("notifyVendor", "vendor", id);
        return title;
    }

    private void readAfterAccepting(String contact, String title) {
        try (Visitor vendor = Visitor.as(contact, chromium).open("/console/notices")) {
            vendor.sees("Before you read: the embargo terms");
            assertThat(vendor.page().locator("body")).not().containsText(title);
            vendor.look(ColorScheme.LIGHT, 390);
            vendor.picture("notices-terms-390");
            assertThat(vendor.barriers()).isEmpty();
            assertThat(vendor.sidewaysScroll()).isZero();
            vendor.look(ColorScheme.DARK, 1440);
            vendor.picture("notices-terms-dark");
            assertThat(vendor.barriers()).isEmpty();
            vendor.page().getByText("A notice under embargo").click();
            vendor.button("Accept the terms…").click();
            send(vendor, "We accept them");
            assertThat(vendor.page().locator("h1")).hasText(title);
            assertThat(vendor.page().locator("#terms")).hasCount(0);
        }
    }

    private static Locator cardOf(Visitor visitor, String name) {
        return visitor.page().locator("section.card", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void anAdministratorSeesTheKeyOfAWebhookOnce() {
        String name = "Chat " + UUID.randomUUID();
        try (Visitor olga = Visitor.as("olga", chromium).open("/console/delivery")) {
            olga.button("Add a target").click();
            dialogField(olga, "What it is called").fill(name);
            dialogField(olga, "Address").fill("https://hooks.example.org/secret");
            olga.page()
                    .locator("dialog")
                    .getByLabel("A deadline needs somebody")
                    .check();
            assertThat(olga.barriers()).isEmpty();
            olga.picture("delivery-dialog");
            send(olga, "Make the target");
            assertThat(olga.page().locator("dialog .once")).containsText("whsec_");
            String first = olga.page().locator("dialog .once").innerText();
            send(olga, "Close");
            assertThat(olga.page().locator("main")).containsText("Told: a deadline needs somebody");
            assertThat(olga.page().locator("body")).not().containsText("whsec_");

            olga.button("New key… " + name).click();
            send(olga, "Make the key");
            assertThat(olga.page().locator("dialog .once")).not().hasText(Pattern.compile(Pattern.quote(first)));
            send(olga, "Close");
            olga.button("Disable… " + name).click();
            send(olga, "Disable it");
            assertThat(olga.page().locator("main li", new Page.LocatorOptions().setHasText(name)))
                    .containsText("disabled since");
            assertThat(olga.complaints()).isEmpty();
        }
        assertThat(OLGA.send("{ webhookTargets { name disabledAt } }")
                        .<String>get("webhookTargets.find { it.name == '" + name + "' }.disabledAt"))
                .isNotNull();
    }

    @Test
    void whatCouldNotBeDeliveredIsQueuedAgain() {
        Outbox.clear();
        AnIncident incident = AnIncident.reported().titled("Never told to Olga").open();
        UUID target = Outbox.target("WEBHOOK", "https://127.0.0.1:9/", "whsec_");
        Outbox.queue(incident.reference(), "ESCALATED", target, 1);
        Outbox.park(target);
        try (Visitor olga = Visitor.as("olga", chromium).open("/console/delivery")) {
            assertThat(olga.page().locator("h1")).hasText("1 notice could not be delivered.");
            Locator parked = olga.page().locator("section", new Page.LocatorOptions().setHasText("Parked"));
            assertThat(parked).containsText("A deadline needs somebody to target " + target + " by webhook");
            assertThat(olga.page().locator("body")).not().containsText(incident.reference());
            olga.button("Try again…").click();
            send(olga, "Queue it again");
            assertThat(olga.page().locator("h1")).hasText("Everything was delivered.");
        }
        Outbox.clear();
    }

    @Test
    void somebodyChoosesHowTheyAreToldAndMakesACalendarAddress() {
        String handle = Database.newcomer(Role.RESPONDER);
        try (Visitor visitor = Visitor.as(handle, chromium).open("/console/settings")) {
            visitor.sees("You have not chosen yet, and are told nothing.");
            visitor.button("Choose how…").click();
            visitor.page().locator("dialog").getByLabel("Mail", exactly()).check();
            dialogField(visitor, "Mail address").fill("me@example.org");
            send(visitor, "Tell me so");
            visitor.sees("Mail goes to me@example.org");
            visitor.button("Choose how…").click();
            visitor.page().locator("dialog").getByLabel("Mail", exactly()).uncheck();
            send(visitor, "Tell me so");
            visitor.sees("By nothing: you are told nothing.");

            visitor.button("Make an address…").click();
            send(visitor, "Make the address");
            assertThat(visitor.page().locator("dialog .once")).containsText("http");
            send(visitor, "Close");
            visitor.sees("You have an address since");
            visitor.button("End it… your calendar address").click();
            send(visitor, "End it");
            visitor.sees("An address that calendars subscribe to.");
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(GraphQL.as(handle)
                        .send("{ channels { channels mailAddress } }")
                        .<List<String>>get("channels.channels"))
                .isEmpty();
    }

    @Test
    void holidaysAreForEverybodyToReadAndForTheCommitteeToChange() {
        try (Visitor maya = Visitor.as("maya", chromium).open("/policies")) {
            maya.button("Change the holidays… of oncall").click();
            Locator holidays = dialogField(maya, "All its holidays");
            String before = holidays.inputValue();
            assertThat(maya.page().locator("dialog .box")).containsText("would move");
            holidays.fill(before + "\n2046-12-27");
            dialogField(maya, "Why").fill("The day after.");
            maya.picture("holidays-dialog");
            send(maya, "Change the holidays");
            maya.sees("by Maya Lindqvist: The day after.");
            maya.page().getByText("Holidays of 2046").click();
            maya.sees("Thu 27 Dec");

            maya.button("Change the holidays… of oncall").click();
            dialogField(maya, "All its holidays").fill(before);
            dialogField(maya, "Why").fill("Not a holiday.");
            send(maya, "Change the holidays");
            maya.sees("by Maya Lindqvist: Not a holiday.");
        }
        try (Visitor nobody = Visitor.as(null, chromium).open("/policies")) {
            nobody.sees("Calendar oncall");
            assertThat(nobody.page().locator("main button")).hasCount(0);
            assertThat(nobody.page().locator("main")).not().containsText("Not a holiday.");
        }
    }

    @Test
    void aMissedDeadlineIsListedUntilItIsExplained() {
        String title = "Missed and listed " + UUID.randomUUID();
        AnIncident incident = AnIncident.reported()
                .titled(title)
                .hoursAgo(40)
                .following("kubernetes-2017")
                .open();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/breaches")) {
            maya.button("Not explained").click();
            assertThat(maya.page()).hasURL(Pattern.compile(".*/console/breaches\\?view=unexplained"));
            maya.page().reload();
            assertThat(maya.button("Not explained")).hasAttribute("aria-pressed", "true");
            Locator line = maya.page().locator("main li", new Page.LocatorOptions().setHasText(title));
            assertThat(line.first()).containsText("Not explained yet.");
            line.first().getByRole(AriaRole.LINK).click();
            assertThat(maya.page().locator("h1")).hasText(title);
            assertThat(maya.page().url()).endsWith(incident.reference());
        }
    }

    @Test
    void whatARoleHasNotIsNeitherOfferedNorThere() {
        Map<String, List<String>> closed = Map.of(
                "maya", List.of("glass", "audit", "people"),
                "ines", List.of("vendors", "audit", "delivery", "glass"),
                "amadou", List.of("vendors", "on-call", "breaches", "delivery", "glass"),
                "olga", List.of("metrics", "vendors", "on-call", "breaches"),
                "rika", List.of("metrics", "vendors", "on-call", "breaches", "audit", "delivery"));
        closed.forEach((handle, pages) -> {
            try (Visitor visitor = Visitor.as(handle, chromium)) {
                for (String page : pages) {
                    visitor.open("/console/" + page);
                    assertThat(visitor.page().locator("nav a[href='/console/" + page + "']"))
                            .hasCount(0);
                    assertThat(visitor.page().locator("main")).containsText("There is no such page.");
                }
            }
        });
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
