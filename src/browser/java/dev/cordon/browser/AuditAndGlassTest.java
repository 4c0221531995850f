package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.browser.Dialogs.dialogField;
import static dev.cordon.browser.Dialogs.send;
import static dev.cordon.testing.GraphQL.AMADOU;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cordon.access.Role;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What auditors and administrators do at the console: the audit log and its signed head, breaking the glass, choosing people. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditAndGlassTest {
    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void anAuditorFindsWhatWasDoneToAnIncident() {
        AnIncident incident = AnIncident.reported().open().then("addNote", "body", "Between us.");
        try (Visitor amadou = Visitor.as("amadou", chromium).open("/console/audit")) {
            amadou.field("Incident").fill(incident.reference());
            amadou.field("Operation").fill("addNote");
            amadou.button("Show these").click();
            assertThat(amadou.page().locator("tbody tr")).hasCount(1);
            assertThat(amadou.page().locator("tbody tr")).containsText("maya");
            assertThat(amadou.page().locator("body")).not().containsText("Between us.");

            assertThat(amadou.page())
                    .hasURL(Pattern.compile(".*/console/audit\\?operation=addNote&reference=" + incident.reference()));
            amadou.page().reload();
            assertThat(amadou.page().locator("tbody tr")).hasCount(1);
            assertThat(amadou.field("Operation")).hasValue("addNote");

            amadou.field("Operation").fill("closeIncident");
            amadou.button("Show these").click();
            amadou.sees("No row is like that.");
            amadou.button("Clear filters").click();
            assertThat(amadou.page().locator("tbody tr").first()).isVisible();
            assertThat(amadou.page()).hasURL(Pattern.compile(".*/console/audit$"));
            assertThat(amadou.field("Operation")).hasValue("");
        }
        assertThat(AMADOU.send("{ auditLog(first: 1) { nodes { id } } }").code())
                .isNull();
    }

    @Test
    void anInstantInTheAddressOfTheAuditLogMeansTheSameInEveryZone() {
        AnIncident.reported().open();
        String path = "/console/audit?before=" + Instant.parse("2001-07-01T10:00:00Z");
        try (Visitor amadou = Visitor.as("amadou", chromium).open(path)) {
            assertThat(amadou.field("Before")).hasValue("2001-07-01T12:00");
            amadou.sees("No row is like that.");
        }
    }

    @Test
    void anAuditorSealsTheLogAndTakesItsHeadAway() throws IOException {
        AnIncident.reported().open();
        try (Visitor amadou = Visitor.as("amadou", chromium).open("/console/audit")) {
            amadou.button("Seal and export the head").click();
            Download file = amadou.page().waitForDownload(() -> send(amadou, "Seal and export it"));

            String line = AMADOU.send("{ auditHead { line } }").get("auditHead.line");
            assertThat(file.suggestedFilename()).matches("cordon-audit-head-\\d+\\.txt");
            assertThat(Files.readString(file.path())).isEqualTo(line + "\n");
            assertThat(amadou.page().locator("main summary").first()).containsText("Sealed up to row");
            assertThat(amadou.complaints()).isEmpty();
        }
        try (Visitor olga = Visitor.as("olga", chromium).open("/console/audit")) {
            assertThat(olga.page().locator("main summary").first()).containsText("Sealed up to row");
            assertThat(olga.button("Seal and export the head")).isVisible();
            assertThat(olga.page().locator("main table, main form")).hasCount(0);
        }
    }

    @Test
    void twoAdministratorsLetSomebodyIntoAnIncidentNobodyCanOpen() {
        AnIncident lost = ALostIncident.open();
        String second = Database.newcomer(Role.ADMINISTRATOR);
        try (Visitor olga = Visitor.as("olga", chromium).open("/console/glass")) {
            olga.button("Let somebody in").click();
            dialogField(olga, "Reference of the incident").fill(lost.reference());
            assertThat(olga.page().locator("datalist option[value=jonas]")).hasCount(1);
            assertThat(olga.page().locator("datalist option[value=verena]")).hasCount(0);
            dialogField(olga, "Who is to be let in").fill("jonas");
            dialogField(olga, "Why").fill("Its only member left.");
            olga.picture("glass-dialog");
            assertThat(olga.barriers()).isEmpty();
            send(olga, "Ask for a second person");

            Locator mine = waiting(olga, lost);
            assertThat(mine).containsText("Somebody else has to confirm it.");
            assertThat(mine.locator("button")).hasCount(0);
        }
        try (Visitor other = Visitor.as(second, chromium).open("/console/glass")) {
            waiting(other, lost).locator("button").click();
            other.sees("Olga Petrova asks for it: Its only member left.");
            send(other, "Break the glass");
            assertThat(waiting(other, lost)).hasCount(0);
            other.open("/console/incidents/" + lost.reference());
            assertThat(other.page().locator("main")).containsText("No incident here");
        }
        try (Visitor jonas = Visitor.as("jonas", chromium).open("/console/incidents/" + lost.reference())) {
            assertThat(jonas.page().locator(".log")).containsText("Its only member left.");
        }
    }

    private static Locator waiting(Visitor visitor, AnIncident incident) {
        return visitor.page().locator("main li", new Page.LocatorOptions().setHasText(incident.reference()));
    }

    @Test
    void formsThatAskForAHandleOfferThoseOneMayChoose() {
        AnIncident.reported().open().then("addToFixTeam", "person", "tomas");
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya =
                Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference() + "/people")) {
            maya.button("Let somebody see it").click();
            assertThat(maya.page().locator("dialog datalist option[value=tomas]"))
                    .hasCount(1);
            assertThat(maya.page().locator("dialog datalist option[value=rika]"))
                    .hasCount(0);
        }
        try (Visitor olga = Visitor.as("olga", chromium).open("/console/settings")) {
            olga.button("Make a token").click();
            assertThat(olga.page().locator("dialog datalist option[value=scanner]"))
                    .hasCount(1);
            assertThat(olga.page().locator("dialog datalist option[value=maya]"))
                    .hasCount(0);
        }
    }
}
