package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.NOBODY;

import java.util.Map;

/** Somebody without an account who reported a vulnerability, and comes back by the link they were given. */
public record AReporter(String reference, String link) {
    private static final String REPORT = "mutation($input: ReportVulnerabilityInput!) {"
            + " reportVulnerability(input: $input) { reference link incident { title } } }";

    /** Reports something, with a name and an address. */
    public static AReporter reporting() {
        Map<String, Object> input = Map.of(
                "title",
                "A leak in the proxy",
                "body",
                "It answers with memory of others.",
                "reporterName",
                "Rosa Diaz",
                "reporterAddress",
                "rosa@example.org",
                "creditPreference",
                "NAMED");
        GraphQL.Answer answer = NOBODY.send(REPORT, "input", input);
        return new AReporter(answer.get("reportVulnerability.reference"), answer.get("reportVulnerability.link"));
    }

    public String secret() {
        return link.substring(link.indexOf('#') + 1);
    }

    public GraphQL client() {
        return GraphQL.byLink(secret());
    }

    /** Reads fields of the report as the reporter. */
    public <T> T read(String fields, String path) {
        return client().send("{ reporterView { " + fields + " } }").get("reporterView." + path);
    }
}
