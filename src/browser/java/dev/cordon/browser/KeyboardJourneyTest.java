package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Climbing;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Decisions taken by keyboard alone: only keys are pressed, and what has the focus is reached by Tab. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardJourneyTest {
    private static final int MANY_TABS = 150;

    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void aWaiverIsAskedForAndConfirmed() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open();
        try (Visitor maya = at(incident, "maya", "")) {
            tabTo(maya, "Waive… Staff the fix team");
            press(maya, "Enter");
            assertThat(maya.field("Why")).isFocused();
            maya.page().keyboard().type("The one who knows the code is at sea.");
            press(maya, "Control+Enter");
            maya.sees("You ask to excuse “Staff the fix team” for good.");
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        try (Visitor jonas = at(incident, "jonas", "")) {
            tabTo(jonas, "Confirm… Staff the fix team");
            press(jonas, "Enter");
            assertThat(jonas.page().locator("dialog")).containsText("Maya Lindqvist asks for it");
            press(jonas, "Escape");
            assertThat(jonas.button("Confirm… Staff the fix team")).isFocused();
            press(jonas, "Enter");
            tabTo(jonas, "Confirm the waiver");
            press(jonas, "Enter");
            assertThat(jonas.page().locator(".rest-of-clock")).containsText("Waived for good");
        }
        assertThat(incident.stateOf("staff_fix_team")).isEqualTo("WAIVED");
    }

    @Test
    void whatClimbsIsTaken() {
        AnIncident incident = AnIncident.reported().hoursAgo(25).open();
        try (Visitor maya = at(incident, "maya", "")) {
            assertThat(maya.page().locator(".next")).containsText("“Answer the reporter”: passed unmet.");
            tabTo(maya, "I have it Answer the reporter");
            press(maya, "Enter");
            press(maya, "Control+Enter");
            assertThat(maya.page().locator(".next")).containsText("You have “Answer the reporter”");
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        assertThat(new Climbing(incident).of("respond")).anyMatch(each -> each.get("acknowledgedAt") != null);
    }

    @Test
    void aNoticeIsApproved() {
        AnIncident incident = AnIncident.reported().hoursAgo(2).open().then("draftNotice", "kind", "VENDOR_ADVANCE");
        try (Visitor jonas = at(incident, "jonas", "")) {
            tabTo(jonas, "Timeline");
            for (int i = 0; i < 5; i++) {
                press(jonas, "ArrowRight");
            }
            assertThat(jonas.page().locator("#tab-notices")).isFocused();
            tabTo(jonas, "Approve… Vendors: advance notice");
            press(jonas, "Enter");
            press(jonas, "Control+Enter");
            jonas.sees("Approved by Jonas Okafor");
            assertThat(jonas.page().locator("dialog")).hasCount(0);
        }
    }

    private Visitor at(AnIncident incident, String handle, String tab) {
        Visitor visitor = Visitor.as(handle, chromium).open("/console/incidents/" + incident.reference() + tab);
        assertThat(visitor.page().locator(".next")).isVisible();
        return visitor;
    }

    private static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    /** Presses Tab until what has this name has the focus, which must be seen. */
    private static void tabTo(Visitor visitor, String name) {
        for (int i = 0; i < MANY_TABS; i++) {
            press(visitor, "Tab");
            if (name.equals(
                    visitor.page().evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()"))) {
                assertThat(visitor.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("The focus of " + name + " shows")
                        .isEqualTo("solid");
                return;
            }
        }
        throw new AssertionError("No Tab leads to " + name);
    }
}
