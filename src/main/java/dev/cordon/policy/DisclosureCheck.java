package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a date would break if it were planned now: deadlines that end before it, notice that could not be given in time
 * any more, windows, weekends and holidays of the policies an incident follows. It changes nothing.
 */
public record DisclosureCheck(List<PinnedPolicy> policies, CaseHistory history, Instant now) {
    public DisclosureCheck {
        policies = List.copyOf(policies);
    }

    /** Everything the date would break, in the order of the policies and their rules; empty if it is a good one. */
    public List<DisclosureConflict> conflicts(PlannedDate kind, Instant date) {
        List<DisclosureConflict> conflicts = new ArrayList<>();
        if (date.isBefore(now)) {
            conflicts.add(new DisclosureConflict(ConflictKind.PAST, null, null, date + " has passed.", null));
        }
        for (PinnedPolicy pinned : policies) {
            for (MilestoneRule rule : pinned.policy().milestones()) {
                deadline(pinned, rule, kind, date).forEach(conflicts::add);
            }
            conflicts.addAll(new DayCheck(pinned.policy(), date).conflicts(kind));
        }
        return conflicts;
    }

    private Stream<DisclosureConflict> deadline(
            PinnedPolicy pinned, MilestoneRule rule, PlannedDate kind, Instant date) {
        if (rule.clock() instanceof Clock.Ahead ahead) {
            return ahead.of() == kind ? notice(pinned, rule, kind, date) : Stream.empty();
        }
        return waitsFor(rule, kind.fact()) ? lateness(pinned, rule, date) : Stream.empty();
    }

    private Stream<DisclosureConflict> notice(PinnedPolicy pinned, MilestoneRule rule, PlannedDate kind, Instant date) {
        Reading reading = pinned.rule(rule).read(history.with(new DateChange(kind, date, now)), now);
        Instant dueAt = reading.dueAt();
        Instant stoppedAt = reading.stoppedAt();
        MilestoneState state = reading.state(now);
        if (state != MilestoneState.BREACHED && state != MilestoneState.MET_LATE) {
            return Stream.empty();
        }
        String message = "\"" + rule.name() + "\" would have been due at " + dueAt
                + (stoppedAt == null ? ", which has passed." : ", and was done only at " + stoppedAt + ".");
        return Stream.of(conflict(pinned, rule, message, dueAt));
    }

    private Stream<DisclosureConflict> lateness(PinnedPolicy pinned, MilestoneRule rule, Instant date) {
        RuleReading shown = RuleReading.of(pinned.rule(rule), history, now);
        Reading reading = shown.reading();
        Instant dueAt = shown.dueAt();
        boolean open = reading.cancelledAt() == null && reading.stoppedAt() == null;
        if (!open || dueAt == null || !date.isAfter(dueAt)) {
            return Stream.empty();
        }
        String message = "\"" + rule.name() + "\" is due at " + dueAt + ", before the date.";
        return Stream.of(conflict(pinned, rule, message, dueAt));
    }

    /** Whether nothing but that fact meets the rule; closing the incident is no way to meet it. */
    private static boolean waitsFor(MilestoneRule rule, FactKind fact) {
        boolean alone = rule.until().stream().allMatch(kind -> kind == fact || kind == FactKind.CLOSED);
        return rule.until().contains(fact) && (rule.untilAll() || alone);
    }

    private static DisclosureConflict conflict(
            PinnedPolicy pinned, MilestoneRule rule, String message, @Nullable Instant dueAt) {
        boolean ours = rule.strength().compareTo(Strength.LIMIT) < 0;
        ConflictKind kind = ours ? ConflictKind.COMMITMENT : ConflictKind.LIMIT;
        return new DisclosureConflict(kind, pinned.policy().id(), rule.key(), message, dueAt);
    }
}
