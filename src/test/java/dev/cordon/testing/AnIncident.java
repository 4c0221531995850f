package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.MAYA;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident in the making, and then what tests do with it, over the API: {@code AnIncident.reported().hoursAgo(25).open()}.
 * Everything is done as Maya of the committee unless a test says otherwise.
 */
public final class AnIncident {
    public static final String LOG4SHELL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";
    public static final String LOW = "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N";
    private static final String REPORT = "mutation($input: ReportVulnerabilityInput!) {"
            + " reportVulnerability(input: $input) { reference incident { reportedAt } } }";

    private final Map<String, Object> input = new HashMap<>();
    private String reference = "";
    private Instant reportedAt = Instant.EPOCH;

    private AnIncident() {
        input.put("title", "Request smuggling in the proxy");
        input.put("body", "Two content lengths are read differently.");
        input.put("channel", "MAIL");
    }

    public static AnIncident reported() {
        return new AnIncident();
    }

    /** One that is there already. */
    public static AnIncident of(String reference) {
        AnIncident incident = new AnIncident();
        incident.reference = reference;
        return incident;
    }

    public AnIncident hoursAgo(long hours) {
        return receivedAt(Instant.now().minus(Duration.ofHours(hours)));
    }

    public AnIncident receivedAt(Instant instant) {
        input.put("receivedAt", instant.truncatedTo(ChronoUnit.MILLIS).toString());
        return this;
    }

    public AnIncident titled(String title) {
        input.put("title", title);
        return this;
    }

    public AnIncident following(String policy) {
        input.put("policy", policy);
        return this;
    }

    /** Reports it. */
    public AnIncident open() {
        GraphQL.Answer answer = MAYA.send(REPORT, "input", input);
        reference = answer.get("reportVulnerability.reference");
        reportedAt = Instant.parse(answer.get("reportVulnerability.incident.reportedAt"));
        return this;
    }

    public String reference() {
        return reference;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    /** Does a mutation that must succeed; input as name, value, name, value… */
    public AnIncident then(String mutation, Object... named) {
        tried(MAYA, mutation, named).succeeds();
        return this;
    }

    /** Tries a mutation as somebody. */
    public GraphQL.Answer tried(GraphQL who, String mutation, Object... named) {
        Map<String, Object> values = new HashMap<>(Map.of("reference", reference));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        return who.mutate(mutation, values, "reference version status");
    }

    /** Reads fields of the incident as Maya. */
    public <T> T read(String fields, String path) {
        return MAYA.send("query($r: String!) { incident(reference: $r) { " + fields + " } }", "r", reference)
                .get("incident." + path);
    }

    public String status() {
        return read("status", "status");
    }

    /** A field of the milestone with this key. */
    public <T> @Nullable T milestone(String key, String field) {
        return read("milestones { key " + field + " }", "milestones.find { it.key == '" + key + "' }." + field);
    }

    public String stateOf(String key) {
        return milestone(key, "state");
    }

    public Instant dueAt(String key) {
        return Instant.parse(milestone(key, "dueAt"));
    }

    /** Breaches of the milestone with this key. */
    public List<Map<String, Object>> breachesOf(String key) {
        String fields =
                "breaches { id milestone breachedAt detectedAt cause withdrawn withdrawnReason metLateAt explanation }";
        return read(fields, "breaches.findAll { it.milestone == '" + key + "' }");
    }

    /** The timeline: kinds in their order. */
    public List<String> timeline() {
        return read("timeline(first: 100) { nodes { kind } }", "timeline.nodes.kind");
    }

    public List<Integer> sequences() {
        return read("timeline(first: 100) { nodes { sequence } }", "timeline.nodes.sequence");
    }
}
