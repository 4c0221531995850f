package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The form of a verb, filled in and sent. */
final class Dialogs {
    private Dialogs() {}

    static Locator dialogField(Visitor visitor, String label) {
        return visitor.page().locator("dialog").getByLabel(label).first();
    }

    static void send(Visitor visitor, String button) {
        visitor.page()
                .locator("dialog .acts")
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(visitor.page().locator("dialog .box.error, dialog .acts button:disabled"))
                .hasCount(0);
    }
}
