package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.browser.Dialogs.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What policies said before, and when missed deadlines were last looked for. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsAndSweepTest {
    private static final String POLICY = "kubernetes-2017";

    private final Chromium chromium = Chromium.start();

    @Inject
    PolicyBook book;

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void anybodySeesWhatChangedSinceAnEarlierVersion() {
        String earlier = keptEarlier().version();
        try (Visitor stranger = Visitor.as(null, chromium).open("/policies")) {
            Locator policy = stranger.page().locator("section[aria-labelledby=\"policy-" + POLICY + "\"]");
            policy.locator("summary").click();
            policy.locator("li", new Locator.LocatorOptions().setHasText(earlier))
                    .getByRole(AriaRole.BUTTON)
                    .click();

            assertThat(policy.locator("[role=status]")).containsText("Deadlines changed between " + earlier);
            assertThat(policy.locator("[role=status]")).containsText("duration: within 30 days → within 14 days");
            stranger.picture("policy-versions");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void theCommitteeAndAdministratorsSeeTheLastSweepAndStartOne() {
        for (String[] each : new String[][] {{"maya", "/console/breaches"}, {"olga", "/console/delivery"}}) {
            try (Visitor visitor = Visitor.as(each[0], chromium).open(each[1])) {
                visitor.button("Look now…").click();
                send(visitor, "Look now");

                assertThat(visitor.page().locator("last-sweep")).containsText("looked at");
                assertThat(visitor.page().locator("dialog[open]")).hasCount(0);
                assertThat(visitor.complaints()).isEmpty();
            }
        }
        try (Visitor ines = Visitor.as("ines", chromium).open("/console/breaches")) {
            ines.sees("Missed deadlines");
            assertThat(ines.page().locator("last-sweep section")).hasCount(0);
        }
    }

    private ResponsePolicy keptEarlier() {
        String document = book.current(POLICY).document().replace("within: 14 days", "within: 30 days");
        ResponsePolicy earlier = PolicyReader.read("earlier", document).get(0);
        Database.run(
                Database.OWNER,
                "insert into policy_version (policy_id, version, document, first_seen_at)"
                        + " values (?, ?, ?, now()) on conflict do nothing",
                earlier.id(),
                earlier.version(),
                earlier.document());
        return earlier;
    }
}
