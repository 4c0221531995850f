package dev.cordon.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of one policy as it applies to one incident, with the policy's calendar. {@code addedAt} is from when on it
 * applies, none if it does from the beginning; {@code kept} are the due times that stay as they were computed. Business
 * days without a calendar are an {@link IllegalArgumentException}.
 */
public record PinnedRule(
        MilestoneRule rule,
        @Nullable Calendar calendar,
        @Nullable Instant addedAt,
        KeptDueTimes kept) {
    public PinnedRule {
        if (calendar == null && rule.countsBusinessDays()) {
            throw new IllegalArgumentException(rule.key() + " counts business days without a calendar");
        }
    }

    public PinnedRule(MilestoneRule rule, @Nullable Calendar calendar, @Nullable Instant addedAt) {
        this(rule, calendar, addedAt, KeptDueTimes.NONE);
    }

    /** The same, but due times once stored stay. Source: "Rules of the clock", 14. */
    public PinnedRule keeping(KeptDueTimes dueTimes) {
        return new PinnedRule(rule, calendar, addedAt, dueTimes);
    }

    /** What the milestone reads at {@code now}. Source: "Rules of the clock". */
    public Reading read(CaseHistory history, Instant now) {
        return new Reckoning(this, history, now).reading();
    }

    /** How that reading came about, in plain sentences, in the order of the reasoning. */
    public List<Step> explain(CaseHistory history, Instant now) {
        return new Explanation(this, history, now).steps();
    }

    /**
     * The due time that a paused milestone reads as: as if the pause ended at {@code now}.
     * {@code dueAt} is the frozen one of its {@link Reading}. Source: "Rules of the clock", 4.
     */
    public Instant dueIfResumedAt(Instant dueAt, Instant pausedSince, Instant now) {
        Countdown countdown = countdown();
        return countdown == null ? dueAt : countdown.roll(countdown.move(dueAt, pausedSince, now));
    }

    /** How this rule counts; an {@link IllegalStateException} where it has no figure. */
    Countdown figure() {
        Countdown countdown = countdown();
        if (countdown == null) {
            throw new IllegalStateException(rule.key() + " has no figure");
        }
        return countdown;
    }

    /** How this rule counts; null where it has no figure. */
    @Nullable
    Countdown countdown() {
        return rule.clock()
                .length()
                .map(span -> new Countdown(span, calendar, rule.rollsWeekendToMonday(), kept))
                .orElse(null);
    }
}
