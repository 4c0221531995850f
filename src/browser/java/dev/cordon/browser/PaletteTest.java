package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is found and done by the palette, without a mouse. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaletteTest {
    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void anIncidentIsFoundByNumberAndByWordsAndIsRecentAfterwards() {
        String title = "Found by " + UUID.randomUUID();
        AnIncident incident = AnIncident.reported().titled(title).open();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/settings")) {
            press(maya, "Control+k");
            assertThat(field(maya)).isFocused();
            type(maya, incident.reference());
            assertThat(chosen(maya)).containsText(title);
            press(maya, "Enter");
            assertThat(maya.page().locator("h1")).hasText(title);

            press(maya, "Control+k");
            assertThat(group(maya, "Recent")).containsText(incident.reference());
            type(maya, title);
            assertThat(group(maya, "Incidents")).containsText(incident.reference());
            barrierless(maya);
            press(maya, "Escape");
            assertThat(maya.page().locator("dialog")).hasCount(0);
            assertThat(maya.complaints()).isEmpty();
        }
    }

    @Test
    void arrowsChooseAndTheFieldSaysWhich() {
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/settings")) {
            press(maya, "Control+k");
            type(maya, "m");
            assertThat(field(maya)).hasAttribute("aria-activedescendant", "palette-0");
            press(maya, "ArrowDown");
            assertThat(field(maya)).hasAttribute("aria-activedescendant", "palette-1");
            assertThat(chosen(maya)).hasId("palette-1");
            press(maya, "ArrowUp");
            press(maya, "ArrowUp");
            assertThat(chosen(maya)).hasId(Pattern.compile("palette-(?!0$|1$)\\d+"));
            type(maya, "metr");
            assertThat(chosen(maya)).containsText("Metrics");
            press(maya, "Enter");
            assertThat(maya.page()).hasURL(Pattern.compile(".*/console/metrics"));
        }
    }

    @Test
    void aCommandOfThePageOpensItsForm() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference())) {
            assertThat(maya.page().locator("#clock-title")).isVisible();
            press(maya, "Control+k");
            type(maya, "offer lead");
            press(maya, "Enter");
            assertThat(maya.page().locator("dialog h2")).hasText("Offer the lead");
            press(maya, "Control+k");
            assertThat(maya.page().locator("dialog")).hasCount(1);
            press(maya, "Escape");
            press(maya, "Control+k");
            type(maya, "times in utc");
            press(maya, "Enter");
            assertThat(maya.button("UTC")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        String title = "Hidden from others " + UUID.randomUUID();
        AnIncident incident = AnIncident.reported().titled(title).open();
        for (String handle : new String[] {"ines", "verena", "amadou", "olga", "rika"}) {
            try (Visitor other = Visitor.as(handle, chromium).open("/console/settings")) {
                other.button("Search").click();
                type(other, incident.reference());
                assertThat(other.page().locator(".palette")).containsText("Nothing is like that.");
                assertThat(other.page().locator("[role=option]")).hasCount(0);
                type(other, "queue");
                assertThat(other.page().locator("[role=option]")).hasCount(handle.equals("ines") ? 1 : 0);
            }
        }
        try (Visitor nobody = Visitor.as(null, chromium).open("/policies")) {
            press(nobody, "Control+k");
            assertThat(nobody.page().locator("dialog")).hasCount(0);
            assertThat(nobody.button("Search")).hasCount(0);
        }
    }

    private static void barrierless(Visitor visitor) {
        for (ColorScheme scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            for (int width : new int[] {1440, 390}) {
                visitor.look(scheme, width);
                visitor.picture("palette-" + scheme + "-" + width);
                assertThat(visitor.barriers()).as(scheme + " " + width).isEmpty();
            }
        }
    }

    private static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    private static void type(Visitor visitor, String text) {
        field(visitor).fill(text);
    }

    private static Locator field(Visitor visitor) {
        return visitor.page().locator("[role=combobox]");
    }

    private static Locator chosen(Visitor visitor) {
        return visitor.page().locator("[role=option][aria-selected=true]");
    }

    private static Locator group(Visitor visitor, String name) {
        return visitor.page()
                .locator("[role=group]", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name)));
    }
}
