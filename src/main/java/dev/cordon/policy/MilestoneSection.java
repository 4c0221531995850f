package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a policy file that describes one milestone. */
record MilestoneSection(YamlMapping fields) {
    private static final List<String> KEYS = List.of(
            "key",
            "name",
            "within",
            "ahead",
            "every",
            "of",
            "since",
            "until",
            "untilAll",
            "when",
            "unless",
            "pauseWhile",
            "roll",
            "strength",
            "approval",
            "source");
    private static final List<String> CONDITION_KEYS = List.of("severity", "fact");
    private static final List<FactKind> FACTS = List.of(FactKind.values());
    private static final List<WaitingOn> OTHERS = List.of(WaitingOn.REPORTER, WaitingOn.VENDOR, WaitingOn.UPSTREAM);
    private static final String ROLL = "weekend to Monday";
    private static final String SECOND_PERSON = "second person";

    static MilestoneSection of(YamlValue value) {
        return new MilestoneSection(value.called("milestone", "key").mapping(KEYS));
    }

    YamlValue key() {
        return fields.required("key");
    }

    MilestoneRule rule(@Nullable Calendar calendar) {
        Clock clock = new ClockSection(fields).clock(calendar);
        return new MilestoneRule(
                key().text(),
                fields.required("name").text(),
                clock,
                until(clock),
                fields.optional("untilAll").isPresent(),
                condition("when"),
                condition("unless"),
                fields.optional("pauseWhile").map(value -> value.oneOf(OTHERS)).orElse(null),
                is("roll", ROLL),
                fields.required("strength").oneOf(List.of(Strength.values())),
                is("approval", SECOND_PERSON),
                fields.optional("source").map(YamlValue::text).orElse(null));
    }

    private List<FactKind> until(Clock clock) {
        if (clock instanceof Clock.Every) {
            fields.forbid("a repeating clock is never stopped", "until", "untilAll");
            return List.of();
        }
        if (fields.optional("untilAll").isPresent()) {
            fields.forbid("until and untilAll exclude each other", "until");
            return fields.required("untilAll").someOf(FACTS);
        }
        return fields.required("until").someOf(FACTS);
    }

    private @Nullable Condition condition(String key) {
        YamlValue value = fields.optional(key).orElse(null);
        if (value == null) {
            return null;
        }
        YamlMapping condition = value.mapping(CONDITION_KEYS);
        if (condition.values().size() != 1) {
            throw value.refusal("allowed: exactly one of severity and fact");
        }
        return condition
                .optional("fact")
                .map(fact -> new Condition(Set.of(), fact.oneOf(FACTS)))
                .orElseGet(() -> new Condition(severities(condition), null));
    }

    private Set<Severity> severities(YamlMapping condition) {
        return Set.copyOf(condition.required("severity").someOf(List.of(Severity.values())));
    }

    /** Whether a field that has one value only is there. */
    private boolean is(String key, String only) {
        YamlValue value = fields.optional(key).orElse(null);
        if (value != null && !value.text().equals(only)) {
            throw value.refusal("\"" + value.text() + "\" is unknown; allowed: " + only);
        }
        return value != null;
    }
}
