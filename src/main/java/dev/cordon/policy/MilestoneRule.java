package dev.cordon.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a policy: what starts its clock, how long it runs, which facts stop it, when it applies.
 * {@code until} is what stops it: the first of these facts, or all of them where {@code untilAll}; empty for a
 * repeating clock only. {@code secondPerson} says that a notice which stops it is approved by somebody who did not write it
 * before it is sent. Contradictory rules are an {@link IllegalArgumentException}. Source: "Rules of the clock".
 */
public record MilestoneRule(
        String key,
        String name,
        Clock clock,
        List<FactKind> until,
        boolean untilAll,
        @Nullable Condition when,
        @Nullable Condition unless,
        @Nullable WaitingOn pauseWhile,
        boolean rollsWeekendToMonday,
        Strength strength,
        boolean secondPerson,
        @Nullable String source) {
    public MilestoneRule {
        until = List.copyOf(until);
        if (clock instanceof Clock.Every != until.isEmpty()) {
            throw new IllegalArgumentException(key + ": only a repeating clock goes without facts that stop it");
        }
        if (pauseWhile == WaitingOn.NONE) {
            throw new IllegalArgumentException(key + ": a clock cannot pause while nobody is waited for");
        }
        if (clock instanceof Clock.Untimed && (rollsWeekendToMonday || pauseWhile != null)) {
            throw new IllegalArgumentException(key + ": without a duration there is nothing to pause or to roll");
        }
        if (clock instanceof Clock.Ahead && (rollsWeekendToMonday || pauseWhile != null)) {
            throw new IllegalArgumentException(key + ": the date it counts back from neither waits nor rolls");
        }
    }

    /** Whether this is the other rule, but perhaps for its name, source and approval: what no clock goes by. */
    boolean isButForWords(MilestoneRule other) {
        return new MilestoneRule(
                        key,
                        other.name,
                        clock,
                        until,
                        untilAll,
                        when,
                        unless,
                        pauseWhile,
                        rollsWeekendToMonday,
                        strength,
                        other.secondPerson,
                        other.source)
                .equals(other);
    }

    boolean countsBusinessDays() {
        return countsIn(ClockUnit.BUSINESS_DAYS);
    }

    boolean countsIn(ClockUnit unit) {
        return clock.length().filter(span -> span.unit() == unit).isPresent();
    }
}
