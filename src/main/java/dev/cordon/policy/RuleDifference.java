package dev.cordon.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule that differs between two policies.
 *
 * @param name as it is called after, or was called before it was removed
 * @param movesClock whether a milestone of it may start, stop, pause, apply or be due at another time
 */
public record RuleDifference(
        String key, String name, DifferenceKind kind, boolean movesClock, List<PropertyDifference> properties) {

    /** What differs between two rules of one key, one of which may be missing; empty if nothing does. */
    static Optional<RuleDifference> between(@Nullable PinnedRule before, @Nullable PinnedRule after) {
        List<PropertyDifference> properties = PropertyDifference.between(words(before), words(after));
        PinnedRule named = after == null ? before : after;
        if (named == null || properties.isEmpty()) {
            return Optional.empty();
        }
        DifferenceKind kind =
                before == null ? DifferenceKind.ADDED : after == null ? DifferenceKind.REMOVED : DifferenceKind.CHANGED;
        boolean moves = before == null
                || after == null
                || !RuleWords.of(before).moving().equals(RuleWords.of(after).moving());
        return Optional.of(new RuleDifference(named.rule().key(), named.rule().name(), kind, moves, properties));
    }

    private static Map<String, String> words(@Nullable PinnedRule rule) {
        return rule == null ? Map.of() : RuleWords.of(rule).all();
    }
}
