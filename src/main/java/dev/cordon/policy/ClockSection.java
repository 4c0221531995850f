package dev.cordon.policy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a milestone in a policy file that make its clock. */
record ClockSection(YamlMapping fields) {
    private static final String UPDATED = "UPDATED";

    Clock clock(@Nullable Calendar calendar) {
        List<String> named = Stream.of("within", "ahead", "every")
                .filter(key -> fields.optional(key).isPresent())
                .toList();
        if (named.size() > 1) {
            throw fields.required(named.get(1))
                    .refusal("a milestone has one clock; allowed: one of within, ahead, every");
        }
        if (named.isEmpty()) {
            fields.forbid("without a duration there is nothing to pause or to roll", "pauseWhile", "roll");
            fields.forbid("only a repeating clock runs since something", "since");
            return new Clock.Untimed(fact());
        }
        return clock(named.get(0), span(fields.required(named.get(0)), calendar));
    }

    private Clock clock(String named, Span span) {
        if (named.equals("every")) {
            fields.forbid("a repeating clock runs since " + UPDATED, "of");
            requireUpdated(fields.required("since"));
            return new Clock.Every(span);
        }
        fields.forbid("only a repeating clock runs since something", "since");
        if (named.equals("ahead")) {
            fields.forbid("the planned date it counts back from neither waits nor rolls", "pauseWhile", "roll");
            return new Clock.Ahead(span, fields.required("of").oneOf(List.of(PlannedDate.values())));
        }
        return new Clock.Within(span, fact());
    }

    private FactKind fact() {
        return fields.required("of").oneOf(List.of(FactKind.values()));
    }

    private static Span span(YamlValue value, @Nullable Calendar calendar) {
        Span span = value.span();
        if (span.unit() == ClockUnit.BUSINESS_DAYS && calendar == null) {
            throw value.refusal("\"" + span + "\" needs a calendar, and the policy names none");
        }
        return span;
    }

    private static void requireUpdated(YamlValue since) {
        if (!since.text().equals(UPDATED)) {
            throw since.refusal("\"" + since.text() + "\" is unknown; allowed: " + UPDATED);
        }
    }
}
