package dev.cordon.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one rule, each in the words of a policy file.
 *
 * @param moving those that decide when its clock starts, stops, pauses, applies and is due
 * @param all these and the others
 */
record RuleWords(Map<String, String> moving, Map<String, String> all) {

    static RuleWords of(PinnedRule pinned) {
        MilestoneRule rule = pinned.rule();
        Map<String, String> moving = new LinkedHashMap<>();
        clock(moving, rule.clock());
        PolicyWords.put(moving, "until", until(rule));
        PolicyWords.put(moving, "when", rule.when());
        PolicyWords.put(moving, "unless", rule.unless());
        PolicyWords.put(moving, "pauseWhile", rule.pauseWhile());
        PolicyWords.put(moving, "roll", rule.rollsWeekendToMonday() ? "weekend to Monday" : null);
        calendar(moving, pinned);
        Map<String, String> all = new LinkedHashMap<>();
        PolicyWords.put(all, "name", rule.name());
        all.putAll(moving);
        PolicyWords.put(all, "strength", rule.strength());
        PolicyWords.put(all, "approval", rule.secondPerson() ? "second person" : null);
        PolicyWords.put(all, "source", rule.source());
        return new RuleWords(moving, all);
    }

    private static void clock(Map<String, String> words, Clock clock) {
        if (clock instanceof Clock.Within within) {
            PolicyWords.put(words, "duration", "within " + within.span());
        }
        if (clock instanceof Clock.Ahead ahead) {
            PolicyWords.put(words, "duration", "ahead " + ahead.span());
            PolicyWords.put(words, "of", ahead.of());
        }
        if (clock instanceof Clock.Every every) {
            PolicyWords.put(words, "duration", "every " + every.span());
            PolicyWords.put(words, "since", "UPDATED");
        }
        clock.startingFact().ifPresent(fact -> PolicyWords.put(words, "of", fact));
    }

    private static @Nullable String until(MilestoneRule rule) {
        Stream<String> facts = new TreeSet<>(rule.until()).stream().map(FactKind::name);
        return rule.until().isEmpty() ? null : facts.collect(Collectors.joining(rule.untilAll() ? " and " : " or "));
    }

    /** What of the calendar the rule counts by: all of it, or the zone alone. */
    private static void calendar(Map<String, String> words, PinnedRule pinned) {
        Calendar calendar = pinned.calendar();
        MilestoneRule rule = pinned.rule();
        if (calendar != null && rule.countsBusinessDays()) {
            PolicyWords.put(words, "calendar", "as in version " + calendar.version());
        }
        if (rule.countsIn(ClockUnit.MONTHS) || rule.rollsWeekendToMonday()) {
            PolicyWords.put(words, "zone", calendar == null ? "UTC" : calendar.zone());
        }
    }
}
