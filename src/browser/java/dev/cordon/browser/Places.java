package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.OLGA;

import dev.cordon.testing.AReporter;
import dev.cordon.testing.AVendor;
import dev.cordon.testing.AWaiver;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every page of the console, with something to see on each. */
final class Places {
    private @Nullable AnIncident incident;
    private @Nullable AReporter reporter;

    /** @param content what is there once the page is */
    record Place(String name, @Nullable String handle, String path, String content) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Place> all() {
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
                new Place("audit-administrator", "olga", "/console/audit", "main .btn"),
                new Place("delivery", "olga", "/console/delivery", "#targets + .list-lines"),
                new Place("settings", "maya", "/console/settings", ".settings .pill"),
                new Place("people", "olga", "/console/people", ".list-lines"),
                new Place("glass", "olga", "/console/glass", "main .list-lines"),
                new Place("times", "amadou", "/console/times", "main h1"),
                new Place("notices", "verena", "/console/notices", "main h1"),
                new Place("reports", "rika", "/console/reports", "main h1"));
    }

    /** Goes there as whoever has the page, and waits until it is. */
    Visitor visit(Place place, Chromium chromium) {
        String path = filledIn(place.path());
        Visitor visitor = Visitor.as(place.handle(), chromium);
        visitor.open(path);
        assertThat(visitor.page().locator(place.content()).first()).isVisible();
        return visitor;
    }

    private String filledIn(String path) {
        if (incident == null) {
            incident = withSomethingOfEverything();
            prepare(incident.reference());
            reporter = AReporter.reporting();
        }
        return path.replace("REFERENCE", incident.reference()).replace("LINK", reporter.secret());
    }

    private static AnIncident withSomethingOfEverything() {
        AnIncident incident = AnIncident.reported()
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
        return incident;
    }

    /** What lists are about: a vendor, a shift, a target for webhooks, notices that did not arrive. */
    private static void prepare(String reference) {
        AVendor vendor = AVendor.listed();
        vendor.contact();
        vendor.tried(MAYA, "recordContactTest", "outcome", "NO_ANSWER").succeeds();
        Map<String, Object> target =
                Map.of("name", "Chat of the team", "channel", "WEBHOOK", "url", "https://hooks.example.org/x");
        OLGA.mutate("createWebhookTarget", target, "key").succeeds();
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
        somebodyWaitsToBeLetIn();
    }

    private static void somebodyWaitsToBeLetIn() {
        String asked = ALostIncident.open().reference();
        OLGA.mutate(
                        "askToBreakGlass",
                        Map.of("reference", asked, "person", "jonas", "reason", "Its only member left"),
                        "id")
                .succeeds();
    }
}
