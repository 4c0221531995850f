package dev.cordon.bench;

import dev.cordon.chaos.Caller;
import dev.cordon.testing.PackagedCordon;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one incident of each kind that a programme knows, over the API, so that their rows are what Cordon writes. Shares are
 * those of a programme of some years: 19 of 20 incidents are closed, one in forty is restricted. In the mean an incident
 * has four milestones, a dozen events and one and a half scores.
 */
final class Prototypes {
    private static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";
    private static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N";
    /** Which of them is new and untouched. */
    static final int FRESH = 5;

    static final String BODY =
            "Two content lengths are read differently by the proxy and by the server behind it. ".repeat(12);

    private final PackagedCordon cordon;
    private final Caller committee;

    Prototypes(PackagedCordon cordon, Caller committee) {
        this.cordon = cordon;
        this.committee = committee;
    }

    List<Prototype> make() {
        return List.of(
                new Prototype(released("kubernetes-2017"), false, 330),
                new Prototype(resolved(), false, 200),
                new Prototype(declined(3), false, 350),
                new Prototype(declined(100), false, 50),
                new Prototype(restricted(released("kubernetes-2017")), false, 20),
                new Prototype(reported("kubernetes-2017", 2), true, 12),
                new Prototype(led(reported("kubernetes-2017", 32)), true, 8),
                new Prototype(scored(led(reported("kubernetes-2017", 240)), MEDIUM), true, 10),
                new Prototype(scored(led(reported("response-targets", 120)), CRITICAL), true, 10),
                new Prototype(answered(reported("disclose-io", 20)), true, 5),
                new Prototype(restricted(led(reported("kubernetes-2017", 100))), true, 5));
    }

    /** One whose deadlines have all just begun. */
    List<Prototype> justReported() {
        return List.of(new Prototype(reported("kubernetes-2017", 1), true, 1000));
    }

    private String released(String policy) {
        String reference = answered(scored(scored(led(reported(policy, 3)), MEDIUM), CRITICAL));
        for (String fact : List.of(
                "FIX_TEAM_STAFFED",
                "FORTHCOMING_FIX_ANNOUNCED",
                "VENDORS_NOTIFIED",
                "FIX_RELEASED",
                "RETROSPECTIVE_HELD")) {
            happens(reference, fact);
        }
        return closed(reference, "RESOLVED");
    }

    private String resolved() {
        String reference = answered(scored(led(reported("response-targets", 3)), MEDIUM));
        happens(reference, "FIX_RELEASED");
        return closed(reference, "RESOLVED");
    }

    private String declined(long hoursAgo) {
        String reference = scored(scored(reported("disclose-io", hoursAgo), MEDIUM), MEDIUM);
        change("invalidateReport", reference, Map.of());
        return closed(reference, "NOT_REPRODUCIBLE");
    }

    private String led(String reference) {
        change("validateReport", reference, Map.of());
        change("offerLead", reference, Map.of("person", committee.name()));
        change("acknowledgeLead", reference, Map.of());
        return change("acceptIncident", reference, Map.of());
    }

    private String scored(String reference, String vector) {
        return change("scoreIncident", reference, Map.of("vector", vector));
    }

    private String answered(String reference) {
        return happens(reference, "RESPONDED_TO_REPORTER");
    }

    private String happens(String reference, String fact) {
        return change("recordFact", reference, Map.of("kind", fact));
    }

    private String restricted(String reference) {
        return change("restrictIncident", reference, Map.of("restricted", true, "reason", "It is known to few."));
    }

    private String closed(String reference, String reason) {
        return change("closeIncident", reference, Map.of("reason", reason));
    }

    private String reported(String policy, long hoursAgo) {
        Instant received = Instant.now().minus(Duration.ofHours(hoursAgo)).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> report = Map.of(
                "title",
                "Request smuggling in the proxy",
                "body",
                BODY,
                "channel",
                "MAIL",
                "policy",
                policy,
                "receivedAt",
                received.toString());
        return committee
                .mutate(cordon, "reportVulnerability", report, "reference")
                .getString("reference");
    }

    private String change(String mutation, String reference, Map<String, Object> input) {
        Map<String, Object> all = new HashMap<>(input);
        all.put("reference", reference);
        committee.mutate(cordon, mutation, all, "reference");
        return reference;
    }
}
