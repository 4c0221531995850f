package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.JONAS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows of the queue do not move under whoever points at them or is among them; single keys act on the row one is at. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueStaysStillTest {
    private final Chromium chromium = Chromium.start();

    /** In every title of one test, and in no other. */
    private String mark = "";

    @BeforeEach
    void drawMark() {
        mark = UUID.randomUUID().toString();
    }

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void rowsWaitUntilThePointerLeaves() {
        AnIncident first = opened("First", 10);
        AnIncident second = opened("Second", 5);
        try (Visitor maya = atTheQueue()) {
            row(maya, second).hover();
            BoundingBox before = row(maya, second).boundingBox();

            opened("Sooner than both", 15);
            assertThat(maya.page().locator(".changes[role=status]")).containsText("1 change");
            first.tried(JONAS, "describeIncident", "title", (mark + " A longer title ").repeat(5))
                    .succeeds();
            assertThat(maya.page().locator(".changes")).containsText("2 changes");
            opened("Sooner still", 16);
            assertThat(maya.page().locator(".changes")).containsText("3 changes");

            assertThat(maya.page().locator("a.row")).hasCount(2);
            assertThat(row(maya, first)).not().containsText("A longer title");
            assertSamePlace(before, row(maya, second).boundingBox());
            maya.picture("queue-held");
            maya.page().mouse().move(2, 2);
            assertThat(maya.page().locator("a.row")).hasCount(4);
            assertThat(maya.page().locator("a.row").first()).containsText("Sooner still");
            assertThat(row(maya, first)).containsText("A longer title");
            assertThat(maya.page().locator(".change-bar")).hasCount(0);
            assertThat(maya.complaints()).isEmpty();
        }
    }

    @Test
    void aRowThatIsOverKeepsItsPlaceMeanwhile() {
        AnIncident first = opened("To be closed", 10);
        AnIncident second = opened("To be read", 5);
        try (Visitor maya = atTheQueue()) {
            row(maya, second).hover();
            BoundingBox before = row(maya, second).boundingBox();

            first.then("invalidateReport").then("closeIncident", "reason", "SPAM");
            assertThat(maya.page().locator(".changes")).containsText("1 change");

            assertSamePlace(before, row(maya, second).boundingBox());
            maya.page().locator(".change-bar button").click();
            assertThat(maya.page().locator("a.row")).hasCount(1);
        }
    }

    @Test
    void rowsWaitForWhoeverIsAmongThemWithTheKeyboard() {
        opened("First", 10);
        AnIncident second = opened("Second", 5);
        try (Visitor maya = atTheQueue()) {
            row(maya, second).focus();
            BoundingBox before = row(maya, second).boundingBox();

            opened("Sooner", 15);
            assertThat(maya.page().locator(".changes")).containsText("1 change");

            assertSamePlace(before, row(maya, second).boundingBox());
            assertThat(row(maya, second)).isFocused();
            maya.page().keyboard().press("Tab");
            assertThat(maya.page().locator(".change-bar button")).isFocused();
            maya.page().keyboard().press("Enter");
            assertThat(maya.page().locator("a.row").first()).containsText("Sooner");
            assertThat(maya.page().locator("a.row").first()).isFocused();
        }
    }

    @Test
    void singleKeysActOnTheRowOneIsAt() {
        AnIncident first = opened("First", 10);
        AnIncident second = opened("Second", 5);
        try (Visitor maya = atTheQueue()) {
            row(maya, first).focus();
            maya.page().keyboard().press("j");
            assertThat(row(maya, second)).isFocused();
            maya.page().keyboard().press("a");
            assertThat(maya.page().locator("dialog h2")).hasText("Offer the lead");
            maya.page().keyboard().type("jonas");
            maya.page().keyboard().press("Control+Enter");
            assertThat(maya.page().locator("dialog")).hasCount(0);
            assertThat(second.<String>read("leadOffer { to { handle } }", "leadOffer.to.handle"))
                    .isEqualTo("jonas");

            assertThat(row(maya, second)).containsText("offered to Jonas Okafor");
            assertThat(row(maya, second)).isFocused();
            maya.page().keyboard().press("m");
            assertThat(maya.page().locator("dialog h2")).hasText("Record what happened");
            maya.page().keyboard().press("Escape");
            row(maya, second).focus();
            maya.page().keyboard().press("s");
            assertThat(maya.page().locator("#tab-assessment")).hasAttribute("aria-selected", "true");
        }
    }

    @Test
    void keysGoToOtherPagesOnlyFromTheList() {
        AnIncident first = opened("First", 10);
        try (Visitor maya = atTheQueue()) {
            maya.page().keyboard().press("g");
            maya.page().keyboard().press("m");
            assertThat(maya.page().locator("a.row")).hasCount(1);
            row(maya, first).focus();
            maya.page().keyboard().press("?");
            assertThat(maya.page().locator("dialog")).containsText("go to missed deadlines");
            assertThat(maya.barriers()).isEmpty();
            maya.page().keyboard().press("Escape");
            row(maya, first).focus();
            maya.page().keyboard().press("g");
            maya.page().keyboard().press("b");
            assertThat(maya.page().locator("h1")).hasText("Missed deadlines");
        }
    }

    private AnIncident opened(String title, int hoursAgo) {
        return AnIncident.reported()
                .titled(title + " " + mark)
                .hoursAgo(hoursAgo)
                .following("kubernetes-2017")
                .open();
    }

    private Visitor atTheQueue() {
        Visitor maya = Visitor.as("maya", chromium).open("/console/queue?text=" + mark);
        assertThat(maya.page().locator("a.row").first()).isVisible();
        assertThat(maya.page().locator(".live.told")).isVisible();
        return maya;
    }

    private static Locator row(Visitor visitor, AnIncident incident) {
        return visitor.page().locator("a.row", new Page.LocatorOptions().setHasText(incident.reference()));
    }

    private static void assertSamePlace(BoundingBox before, BoundingBox after) {
        assertThat(after.y).isEqualTo(before.y);
        assertThat(after.height).isEqualTo(before.height);
    }
}
