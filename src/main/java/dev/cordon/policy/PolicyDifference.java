package dev.cordon.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two policies, or two versions of one. Whether one is the default is no difference.
 *
 * @param policy of the policy itself; its order of milestones only where both have the same
 * @param rules in the order of the second policy, those it does not have last
 * @param disclosureWindow of the window in which it wants things made public
 * @param calendar of the calendar its business days count in
 */
public record PolicyDifference(
        List<PropertyDifference> policy,
        List<RuleDifference> rules,
        List<PropertyDifference> disclosureWindow,
        List<PropertyDifference> calendar) {

    public static PolicyDifference between(ResponsePolicy before, ResponsePolicy after) {
        return new PolicyDifference(
                ofPolicies(before, after),
                ofRules(before, after),
                PropertyDifference.between(
                        PolicyWords.of(before.disclosureWindow()), PolicyWords.of(after.disclosureWindow())),
                ofCalendars(before.calendar(), after.calendar()));
    }

    /** Whether a milestone may start, stop, pause, apply or be due at another time, appear or disappear. */
    public boolean movesClocks() {
        return rules.stream().anyMatch(RuleDifference::movesClock);
    }

    private static List<PropertyDifference> ofPolicies(ResponsePolicy before, ResponsePolicy after) {
        Map<String, String> first = PolicyWords.of(before);
        Map<String, String> second = PolicyWords.of(after);
        if (!Set.copyOf(keys(before)).equals(Set.copyOf(keys(after)))) {
            first.remove(PolicyWords.ORDER);
            second.remove(PolicyWords.ORDER);
        }
        return PropertyDifference.between(first, second);
    }

    private static List<RuleDifference> ofRules(ResponsePolicy before, ResponsePolicy after) {
        Set<String> keys = new LinkedHashSet<>(keys(after));
        keys.addAll(keys(before));
        return keys.stream()
                .map(key -> RuleDifference.between(pinned(before, key), pinned(after, key)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<PropertyDifference> ofCalendars(@Nullable Calendar before, @Nullable Calendar after) {
        List<PropertyDifference> differences =
                new ArrayList<>(PropertyDifference.between(PolicyWords.of(before), PolicyWords.of(after)));
        String added = without(after, before);
        String removed = without(before, after);
        if (!added.isEmpty()) {
            differences.add(new PropertyDifference("holidays added", null, added));
        }
        if (!removed.isEmpty()) {
            differences.add(new PropertyDifference("holidays removed", removed, null));
        }
        return List.copyOf(differences);
    }

    private static String without(@Nullable Calendar calendar, @Nullable Calendar other) {
        Set<LocalDate> holidays = new TreeSet<>(calendar == null ? Set.of() : calendar.holidays());
        holidays.removeAll(other == null ? Set.of() : other.holidays());
        return PolicyWords.joined(holidays);
    }

    private static @Nullable PinnedRule pinned(ResponsePolicy policy, String key) {
        return policy.milestone(key)
                .map(rule -> new PinnedRule(rule, policy.calendar(), null))
                .orElse(null);
    }

    private static List<String> keys(ResponsePolicy policy) {
        return policy.milestones().stream().map(MilestoneRule::key).toList();
    }
}
