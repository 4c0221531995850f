package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.testing.AReporter;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in light and dark, wide and narrow: no barrier, no sideways scroll, nothing the policy has to stop. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int NARROWEST = 320;

    private final Chromium chromium = Chromium.start();
    private @Nullable AnIncident incident;
    private @Nullable AReporter reporter;

    /** @param content what is there once the page is */
    record Place(String name, @Nullable String handle, String path, String content) {}

    @BeforeAll
    void needsABrowser() {
        assertThat(chromium.browser().isConnected()).isTrue();
    }

    /** What lists are about: a vendor, a shift, a target for webhooks, notices that did not arrive. */
    private void thereIsSomethingToSee() {
        if (incident != null) {
            return;
        }
        AVendor vendor = AVendor.listed();
        vendor.contact();
        vendor.tried(MAYA, "recordContactTest", "outcome", "NO_ANSWER").succeeds();
        Map<String, Object> target =
                Map.of("name", "Chat of the team", "channel", "WEBHOOK", "url", "https://hooks.example.org/x");
        OLGA.mutate("createWebhookTarget", target, "key").succeeds();
        String reference = incident().reference();
        UUID chat = Outbox.target("WEBHOOK", "https://chat.example.org/x", "whsec_");
        Outbox.queue(reference, "ESCALATED", chat, 2);
        Outbox.park(chat);
        Instant now = Instant.now();
        Map<String, Object> input = Map.of(
                "person",
                "jonas",
                "backup",
                "ines",
                "from",
                now.minusSeconds(3600).toString(),
                "until",
                now.plusSeconds(200_000).toString());
        MAYA.mutate("setShift", input, "id").succeeds();
    }

    @AfterAll
    void end() {
        Outbox.clear();
        chromium.close();
    }

    static List<Place> places() {
        return List.of(
                new Place("sign-in", null, "/sign-in", "form"),
                new Place("set-up", null, "/set-up#cordoninvite_x", "form"),
                new Place("choose-password", null, "/choose-password#cordoninvite_x", "form"),
                new Place("report", null, "/report", "form"),
                new Place("report-status", null, "/report/status#LINK", "#yours"),
                new Place("policies", null, "/policies", ".policy"),
                new Place("cvss", null, "/cvss#" + AnIncident.LOG4SHELL, ".cvss-words p"),
                new Place("queue", "maya", "/console/queue", "a.row"),
                new Place("incident", "maya", "/console/incidents/REFERENCE", ".log .ev"),
                new Place("incident-report", "maya", "/console/incidents/REFERENCE/report", ".panel .q"),
                new Place("incident-assessment", "maya", "/console/incidents/REFERENCE/assessment", ".cvss fieldset"),
                new Place("incident-fix", "maya", "/console/incidents/REFERENCE/fix", ".panel .list-lines"),
                new Place("incident-messages", "maya", "/console/incidents/REFERENCE/messages", ".say"),
                new Place("incident-people", "maya", "/console/incidents/REFERENCE/people", ".panel h3"),
                new Place("incident-notices", "maya", "/console/incidents/REFERENCE/notices", ".notice-draft"),
                new Place(
                        "incident-retrospective", "maya", "/console/incidents/REFERENCE/retrospective", ".panel table"),
                new Place("incident-missing", "maya", "/console/incidents/INC-000000", "main h1"),
                new Place("metrics", "maya", "/console/metrics", ".metrics .chart"),
                new Place("metrics-by-severity", "maya", "/console/metrics?by=SEVERITY", ".metrics .chart"),
                new Place("metrics-auditor", "amadou", "/console/metrics?by=QUARTER", ".metrics .chart"),
                new Place("breaches", "maya", "/console/breaches", "main .list-lines"),
                new Place("vendors", "maya", "/console/vendors", "main .kv"),
                new Place("on-call", "maya", "/console/on-call", ".day .list-lines"),
                new Place("audit", "amadou", "/console/audit", "tbody tr"),
                new Place("delivery", "olga", "/console/delivery", "#targets + .list-lines"),
                new Place("settings", "maya", "/console/settings", ".settings .pill"),
                new Place("people", "olga", "/console/people", ".list-lines"),
                new Place("times", "amadou", "/console/times", "main h1"),
                new Place("notices", "verena", "/console/notices", "main h1"),
                new Place("reports", "rika", "/console/reports", "main h1"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void pageIsForEverybody(Place place) {
        thereIsSomethingToSee();
        try (Visitor visitor = Visitor.as(place.handle(), chromium)) {
            visitor.open(filledIn(place.path()));
            assertThat(visitor.page().locator(place.content()).first()).isVisible();

            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(WIDE, NARROW)) {
                    visitor.look(scheme, width);
                    check(visitor, place.name() + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
            visitor.look(ColorScheme.LIGHT, NARROWEST);
            assertThat(visitor.sidewaysScroll()).as(place.name() + " at 320").isZero();
            assertThat(visitor.complaints()).as(place.name()).isEmpty();
        }
    }

    private static void check(Visitor visitor, String name) {
        visitor.picture(name);
        assertThat(visitor.barriers()).as(name).isEmpty();
        assertThat(visitor.sidewaysScroll()).as(name).isZero();
    }

    private String filledIn(String path) {
        return path.replace("REFERENCE", incident().reference())
                .replace("LINK", reporter().secret());
    }

    /** One that has something of everything. */
    private AnIncident incident() {
        if (incident == null) {
            incident = AnIncident.reported()
                    .hoursAgo(30)
                    .open()
                    .then("recordFact", "kind", "RESPONDED_TO_REPORTER", "note", "By mail.")
                    .then("validateReport")
                    .then("scoreIncident", "vector", AnIncident.LOW)
                    .then("offerLead", "person", "ines")
                    .then("addNote", "body", "The cache keeps the request of another.")
                    .then("notifyVendor", "person", "verena")
                    .then("draftNotice", "kind", "VENDOR_ADVANCE");
            new AWaiver(incident).asked("notify_users", null);
        }
        return incident;
    }

    private AReporter reporter() {
        if (reporter == null) {
            reporter = AReporter.reporting();
        }
        return reporter;
    }
}
