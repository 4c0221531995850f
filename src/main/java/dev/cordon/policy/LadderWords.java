package dev.cordon.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a ladder as a policy file has them, in a fixed order: equal ladders give equal words. */
final class LadderWords {
    private LadderWords() {}

    static Map<String, String> of(Ladder ladder) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("tell", "{" + mapping(ladder.tell(), rung -> ladder.told(rung).toString()) + "}");
        words.put("beforeDue", span(ladder.beforeDue()));
        words.put("repeat", pace(ladder.repeat()));
        words.put("again", pace(ladder.again()));
        words.put(
                "offered",
                "{" + mapping(ladder.offered(), rung -> span(ladder.offered().get(rung))) + "}");
        return words;
    }

    private static String mapping(Map<Rung, ?> byRung, Function<Rung, String> value) {
        return byRung.keySet().stream()
                .map(rung -> rung + ": " + value.apply(rung))
                .collect(Collectors.joining(", "));
    }

    private static String pace(Pace pace) {
        return "{first: " + span(pace.first()) + ", longest: " + span(pace.longest()) + "}";
    }

    /** Whole hours, as files have them; whole days in days. */
    private static String span(Duration duration) {
        int hours = Math.toIntExact(duration.toHours());
        return hours % 24 == 0
                ? new Span(hours / 24, ClockUnit.DAYS).toString()
                : new Span(hours, ClockUnit.HOURS).toString();
    }
}
