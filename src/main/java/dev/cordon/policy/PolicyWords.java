package dev.cordon.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of a policy beside its rules, each in the words of a policy file. */
final class PolicyWords {
    static final String ORDER = "order";

    private PolicyWords() {}

    static Map<String, String> of(ResponsePolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "title", policy.title());
        put(words, "source", policy.source());
        put(words, ORDER, policy.milestones().stream().map(MilestoneRule::key).collect(Collectors.joining(", ")));
        put(words, "escalation", policy.escalation());
        return words;
    }

    /** What a calendar says, without its holidays: those differ by the date. */
    static Map<String, String> of(@Nullable Calendar calendar) {
        Map<String, String> words = new LinkedHashMap<>();
        if (calendar != null) {
            put(words, "id", calendar.id());
            put(words, "zone", calendar.zone());
            put(words, "days", joined(calendar.days()));
        }
        return words;
    }

    static Map<String, String> of(@Nullable DisclosureWindow window) {
        Map<String, String> words = new LinkedHashMap<>();
        if (window != null) {
            put(words, "time", window.time());
            put(words, "zone", window.zone());
            put(words, "days", joined(window.days()));
            put(words, "strength", window.strength());
        }
        return words;
    }

    static String joined(Collection<? extends Comparable<?>> values) {
        return values.stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Takes the property in if it is there. */
    static void put(Map<String, String> words, String property, @Nullable Object value) {
        if (value != null) {
            words.put(property, value.toString());
        }
    }
}
