package dev.cordon.leak;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the arguments of a call aim at: the values of the words that recipes name. */
final class Target {
    /** Words whose value belongs to one incident: hidden and absent must look the same behind each of them. */
    static final List<String> OF_ONE_INCIDENT = List.of(
            "incident", "original", "fact", "breach", "escalation", "milestone", "waiver", "notice", "search", "cve");

    /** Every word. */
    static final List<String> WORDS = Stream.concat(
                    OF_ONE_INCIDENT.stream(), Stream.of("lead", "person", "version", "soon"))
            .toList();

    private Target() {}

    static Map<String, Object> of(Planted incident, Cast cast) {
        Map<String, Object> target = new HashMap<>();
        OF_ONE_INCIDENT.forEach(word -> target.put(word, value(incident, word)));
        target.put("lead", cast.handle("keeper"));
        target.put("person", cast.handle("bystander"));
        target.put(
                "soon",
                Instant.now()
                        .plus(Duration.ofDays(30))
                        .truncatedTo(ChronoUnit.DAYS)
                        .toString());
        return target;
    }

    /** The same, with these words aimed at another incident. */
    static Map<String, Object> with(Map<String, Object> target, List<String> words, Planted other) {
        Map<String, Object> changed = new HashMap<>(target);
        words.forEach(word -> changed.put(word, value(other, word)));
        return changed;
    }

    /** What a refusal may repeat of a call that was aimed at this incident or at none. */
    static List<String> values(Planted incident) {
        return Stream.of(incident, Planted.ABSENT)
                .flatMap(each -> OF_ONE_INCIDENT.stream().map(word -> value(each, word)))
                .toList();
    }

    private static String value(Planted incident, String word) {
        return switch (word) {
            case "incident", "original" -> incident.reference();
            case "fact" -> incident.fact();
            case "breach" -> incident.breach();
            case "escalation" -> incident.escalation();
            case "milestone" -> incident.milestone();
            case "waiver" -> incident.waiver();
            case "notice" -> incident.notice();
            case "search" -> incident.title();
            case "cve" -> incident.cve();
            default -> throw new AssertionError("\"" + word + "\" belongs to no incident.");
        };
    }
}
