package dev.cordon.bench;

import dev.cordon.chaos.Caller;
import java.util.List;
import java.util.Map;

/** What is asked again and again. The reference program answers to the same names. */
enum Operation {
    INCIDENT("Q1, one incident with scores and milestones") {
        @Override
        List<String> bodies(Programme programme) {
            return programme.references().stream()
                    .map(reference -> Caller.body(
                            "query($reference: String!) { incident(reference: $reference) { " + FIELDS + " } }",
                            Map.of("reference", reference)))
                    .toList();
        }
    },

    QUEUE("Q2, the first 50 open by next deadline, with scores and milestones") {
        @Override
        List<String> bodies(Programme programme) {
            return List.of(Caller.body(OPEN, Map.of()));
        }
    },

    RESPONDER_QUEUE("Q2 of a responder who sees 100") {
        @Override
        List<String> bodies(Programme programme) {
            return List.of(Caller.body(OPEN, Map.of()));
        }

        @Override
        Caller caller(Programme programme) {
            return programme.responder();
        }
    },

    OVERDUE("the first 50 missed deadlines of one kind") {
        @Override
        List<String> bodies(Programme programme) {
            return List.of(Caller.body(
                    "{ milestones(first: 50, filter: {key: \"staff_fix_team\", states: [BREACHED]})"
                            + " { nodes { id reference title key name dueAt } pageInfo { hasNextPage } } }",
                    Map.of()));
        }
    },

    TIMELINE("the first 50 events of one incident") {
        @Override
        List<String> bodies(Programme programme) {
            return programme.references().stream()
                    .map(reference -> Caller.body(
                            "query($reference: String!) { incident(reference: $reference) { reference timeline(first: 50)"
                                    + " { nodes { sequence kind at summary } pageInfo { hasNextPage } } } }",
                            Map.of("reference", reference)))
                    .toList();
        }
    },

    REPORT("M1, report an incident") {
        @Override
        List<String> bodies(Programme programme) {
            Map<String, Object> input =
                    Map.of("title", "Request smuggling in the proxy", "body", Prototypes.BODY, "channel", "MAIL");
            return List.of(Caller.body(
                    Caller.mutation("reportVulnerability", "reference incident { " + FIELDS + " }"),
                    Map.of("input", input)));
        }
    },

    FACT("record a fact") {
        @Override
        List<String> bodies(Programme programme) {
            return programme.openReferences().stream()
                    .map(reference -> Caller.body(
                            Caller.mutation("recordFact", FIELDS),
                            Map.of("input", Map.of("reference", reference, "kind", "EXPLOIT_SHARED_WITH_VENDORS"))))
                    .toList();
        }
    };

    private static final String FIELDS =
            "reference title status phase severity nextDueAt milestones { key name strength state dueAt startedAt stoppedAt }"
                    + " scores { id vector overallScore severity scoredAt }";
    private static final String OPEN =
            "{ incidents(first: 50, filter: {statuses: [REPORTED, VALID, ACCEPTED, INVALID, DEFERRED]}) { nodes { "
                    + FIELDS + " } pageInfo { hasNextPage } } }";

    private final String meaning;

    Operation(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    boolean isChange() {
        return this == REPORT || this == FACT;
    }

    /** Who asks. */
    Caller caller(Programme programme) {
        return programme.committee();
    }

    /** What is sent, in turn. */
    abstract List<String> bodies(Programme programme);
}
