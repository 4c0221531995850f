package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.JONAS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.cordon.access.Role;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a page shows while things are not as they mostly are: on their way, empty, failing, offline, old, changed by others. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void aSkeletonShowsOnlyWhereSomethingTakesAWhile() {
        try (Visitor maya = Visitor.as("maya", chromium)) {
            AtomicReference<Route> held = new AtomicReference<>();
            maya.page().route("**/graphql", route -> {
                if (route.request().postData().contains("incidents(") && held.compareAndSet(null, route)) {
                    return;
                }
                route.fallback();
            });
            maya.open("/console/queue");
            Locator skeleton = maya.page().locator(".skeleton");
            assertThat(skeleton).hasCSS("animation-delay", "0.3s");
            assertThat(skeleton).hasCSS("opacity", "1");
            assertThat(skeleton).containsText("The queue is on its way");
            maya.picture("queue-loading");

            held.get().resume();
            assertThat(skeleton).hasCount(0);
        }
    }

    @Test
    void anEmptyQueueSaysWhenTheLastIncidentClosed() {
        String handle = Database.newcomer(Role.RESPONDER);
        try (Visitor visitor = Visitor.as(handle, chromium).open("/console/queue")) {
            assertThat(visitor.page().locator(".empty p").first()).hasText("Nothing is open.");
            assertThat(visitor.page().locator(".empty").getByText("Record a report"))
                    .isVisible();
        }
        AnIncident.reported()
                .open()
                .then("grantAccess", "person", handle)
                .then("invalidateReport")
                .then("closeIncident", "reason", "SPAM");
        try (Visitor visitor = Visitor.as(handle, chromium).open("/console/queue")) {
            assertThat(visitor.page().locator(".empty p").first())
                    .hasText(Pattern.compile("Nothing is open\\. The last incident closed on \\d+ [A-Z][a-z]+\\."));
            visitor.picture("queue-empty");
            assertThat(visitor.barriers()).isEmpty();
        }
    }

    @Test
    void aFilterThatMatchesNothingIsNamedAndCleared() {
        AnIncident.reported().open();
        try (Visitor maya =
                Visitor.as("maya", chromium).open("/console/queue?view=overdue&text=" + UUID.randomUUID())) {
            assertThat(maya.page().locator(".empty")).containsText("No open incident matches Overdue + “");
            maya.button("Clear filters").click();
            assertThat(maya.page().locator("a.row").first()).isVisible();
            assertThat(maya.page()).hasURL(Pattern.compile(".*/console/queue$"));
            assertThat(maya.field("Words, CVE")).hasValue("");
        }
    }

    @Test
    void aFailureKeepsTheTextAndNamesTheRequest() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya =
                Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference() + "/messages")) {
            maya.field("Write something").fill("Kept through a failure.");
            maya.page().route("**/graphql", route -> {
                if (route.request().postData().contains("addNote")) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"errors\":[{\"message\":\"Something went wrong here.\","
                                    + "\"extensions\":{\"correlationId\":\"c-4711\"}}]}"));
                    return;
                }
                route.fallback();
            });
            maya.button("Add the note").click();

            Locator box = maya.page().locator(".box.error");
            assertThat(box).containsText("It was not sent. Your text is still here.");
            assertThat(box).containsText("report this id: c-4711");
            assertThat(maya.field("Write something")).hasValue("Kept through a failure.");
            maya.page().unroute("**/graphql");
            maya.button("Add the note").click();
            assertThat(maya.page().locator(".talk")).containsText("Kept through a failure.");
        }
    }

    @Test
    void offlineNothingCanBeSentAndEveryTextIsKept() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya =
                Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference() + "/messages")) {
            maya.field("Write something").fill("Written in a tunnel.");
            maya.offline(true);
            assertThat(maya.page().locator(".live")).containsText("Deadlines keep counting; changes wait.");
            assertThat(maya.page().locator("form.say")).containsText("You are offline. What you wrote stays here");
            assertThat(maya.button("Add the note")).isDisabled();
            assertThat(maya.page().locator("#clock-title")).isVisible();
            maya.picture("incident-offline");
            assertThat(maya.barriers()).isEmpty();

            maya.offline(false);
            maya.button("Add the note").click();
            assertThat(maya.page().locator(".talk")).containsText("Written in a tunnel.");
        }
        try (Visitor nobody = Visitor.as(null, chromium).open("/report")) {
            nobody.field("What did you find?").fill("Something.");
            nobody.offline(true);
            assertThat(nobody.button("Send the report")).isDisabled();
            nobody.offline(false);
            assertThat(nobody.button("Send the report")).isEnabled();
            assertThat(nobody.field("What did you find?")).hasValue("Something.");
        }
    }

    @Test
    void withoutASocketForLongThePageSaysThatItAsks() {
        AnIncident incident = AnIncident.reported().open();
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.page().clock().install();
            maya.page().routeWebSocket("**/graphql", socket -> socket.close());
            maya.open("/console/incidents/" + incident.reference());
            Locator state = maya.page().locator(".live");
            assertThat(state).containsText("Updated");
            assertThat(state).not().containsText("Asks every 30 s");

            timePassesUntil(maya, state, "Asks every 30 s, trying to reconnect");
            incident.tried(JONAS, "describeIncident", "title", "Told by asking").succeeds();
            timePassesUntil(maya, maya.page().locator("h1"), "Told by asking");

            maya.page().route("**/graphql", Route::abort);
            timePassesUntil(maya, state, "ago, trying to reconnect");
            assertThat(state).containsText(Pattern.compile("Updated \\d+ min"));
            assertThat(maya.page().locator("h1")).hasText("Told by asking");
        }
    }

    /** Half a minute at a time, each with a moment for what it sets going. */
    private static void timePassesUntil(Visitor visitor, Locator where, String text) {
        for (int i = 0; i < 20 && !where.textContent().contains(text); i++) {
            visitor.page().clock().fastForward(31_000);
            visitor.page().waitForTimeout(300);
        }
        assertThat(where).containsText(text);
    }

    @Test
    void whereTwoPeopleWroteBothShowAndOneIsPicked() {
        AnIncident incident = AnIncident.reported().titled("Before").open();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference())) {
            maya.button("Describe…").click();
            maya.field("Title").fill("Mine");
            incident.tried(JONAS, "describeIncident", "title", "Theirs", "cve", "CVE-2026-10002")
                    .succeeds();
            assertThat(maya.page().locator("main h1")).hasText("Theirs");
            maya.button("Save the description").click();

            Locator clash = maya.page().locator("dialog .clash");
            assertThat(clash).hasCount(1);
            assertThat(clash).isInViewport();
            assertThat(clash).containsText("Title");
            assertThat(clash).containsText("Theirs");
            assertThat(clash).containsText("Mine");
            assertThat(maya.page().locator("dialog").getByLabel("CVE")).hasValue("CVE-2026-10002");
            maya.picture("dialog-clash");
            assertThat(maya.barriers()).isEmpty();
            maya.button("Save the description anyway").click();
            assertThat(maya.page().locator("dialog")).hasCount(1);

            clash.locator("[value=mine]").check();
            maya.button("Save the description anyway").click();
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        assertThat(incident.<String>read("title", "title")).isEqualTo("Mine");
        assertThat(incident.<String>read("cve", "cve")).isEqualTo("CVE-2026-10002");
    }

    @Test
    void theirsIsPickedAndStays() {
        AnIncident incident = AnIncident.reported().titled("Before").open();
        try (Visitor maya = Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference())) {
            maya.button("Describe…").click();
            maya.field("Title").fill("Mine");
            maya.page().locator("dialog").getByLabel("Components").fill("proxy");
            incident.tried(JONAS, "describeIncident", "title", "Theirs").succeeds();
            maya.button("Save the description").click();
            maya.page().locator("dialog .clash [value=theirs]").check();
            assertThat(maya.field("Title")).hasValue("Theirs");
            maya.button("Save the description anyway").click();
            assertThat(maya.page().locator("dialog")).hasCount(0);
        }
        assertThat(incident.<String>read("title", "title")).isEqualTo("Theirs");
        assertThat(incident.<String>read("components", "components[0]")).isEqualTo("proxy");
    }

    @Test
    void aScoreOfSomebodyElseIsNotOverwrittenUnseen() {
        AnIncident incident = AnIncident.reported().open().then("scoreIncident", "vector", AnIncident.LOW);
        try (Visitor maya =
                Visitor.as("maya", chromium).open("/console/incidents/" + incident.reference() + "/assessment")) {
            maya.page().getByLabel("Network").first().check();
            maya.sees("Change from the last score:");
            incident.tried(JONAS, "scoreIncident", "vector", AnIncident.LOG4SHELL, "rationale", "It is worse")
                    .succeeds();

            Locator clash = maya.page().locator(".clash");
            assertThat(clash).containsText("Jonas Okafor changed the score while you were answering.");
            assertThat(clash).containsText("10.0");
            assertThat(clash).containsText("/AV:N/AC:H/PR:H/");
            assertThat(maya.button("Save the score")).hasCount(0);
            maya.picture("score-clash");
            assertThat(maya.barriers()).isEmpty();
            maya.button("Go on with yours").click();
            maya.field("Why it changes").fill("Both looked again.");
            maya.button("Save the score").click();
            maya.sees("Both looked again.");
            assertThat(clash).hasCount(0);
            assertThat(maya.button("Save the score")).hasCount(0);
        }
        assertThat(incident.<String>read("score { vector }", "score.vector")).contains("/AV:N/AC:H/PR:H/");
    }

    @Test
    void aNewVersionIsToldAndNotLoadedByItself() {
        try (Visitor maya = Visitor.as("maya", chromium)) {
            maya.page().clock().install();
            maya.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("HEAD"), () -> maya.open("/console/settings"));
            assertThat(maya.page().locator(".settings")).isVisible();
            maya.page().route(Pattern.compile("https?://[^/]+/$"), route -> {
                if (route.request().method().equals("HEAD")) {
                    route.fulfill(new Route.FulfillOptions().setHeaders(Map.of("ETag", "\"another\"")));
                    return;
                }
                route.fallback();
            });
            maya.page().evaluate("window.stillThere = true");
            maya.page().clock().fastForward(301_000);

            assertThat(maya.page().locator("live-status [role=status]").first())
                    .containsText("A new version is ready. Reload when you finish.", PATIENTLY);
            assertThat(maya.page().evaluate("window.stillThere")).isEqualTo(true);
            maya.button("Reload").click();
            maya.page().waitForFunction("window.stillThere === undefined");
        }
    }
}
