package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule for tests, from the report to the released fix unless told otherwise; each word gives a changed copy. */
record ARule(
        Clock clock,
        List<FactKind> until,
        boolean untilAll,
        @Nullable Condition when,
        @Nullable Condition unless,
        @Nullable WaitingOn pauseWhile,
        boolean rolls) {

    static ARule within(String span) {
        return counting(new Clock.Within(Span.parse(span), FactKind.REPORT_RECEIVED));
    }

    static ARule untimed() {
        return counting(new Clock.Untimed(FactKind.REPORT_RECEIVED));
    }

    static ARule counting(Clock clock) {
        List<FactKind> until = clock instanceof Clock.Every ? List.of() : List.of(FactKind.FIX_RELEASED);
        return new ARule(clock, until, false, null, null, null, false);
    }

    ARule until(FactKind... kinds) {
        return new ARule(clock, List.of(kinds), false, when, unless, pauseWhile, rolls);
    }

    ARule untilAll(FactKind... kinds) {
        return new ARule(clock, List.of(kinds), true, when, unless, pauseWhile, rolls);
    }

    ARule when(Severity... severities) {
        return new ARule(clock, until, untilAll, new Condition(Set.of(severities), null), unless, pauseWhile, rolls);
    }

    ARule when(FactKind fact) {
        return new ARule(clock, until, untilAll, new Condition(Set.of(), fact), unless, pauseWhile, rolls);
    }

    ARule unless(FactKind fact) {
        return new ARule(clock, until, untilAll, when, new Condition(Set.of(), fact), pauseWhile, rolls);
    }

    ARule pausedWhileWaitingOn(WaitingOn who) {
        return new ARule(clock, until, untilAll, when, unless, who, rolls);
    }

    ARule rolling() {
        return new ARule(clock, until, untilAll, when, unless, pauseWhile, true);
    }

    MilestoneRule rule() {
        return new MilestoneRule(
                "fix", "Fix", clock, until, untilAll, when, unless, pauseWhile, rolls, Strength.TARGET, false, null);
    }

    PinnedRule pinned() {
        return new PinnedRule(rule(), null, null);
    }

    PinnedRule in(Calendar calendar) {
        return new PinnedRule(rule(), calendar, null);
    }

    PinnedRule addedAt(Instant instant) {
        return new PinnedRule(rule(), null, instant);
    }
}
