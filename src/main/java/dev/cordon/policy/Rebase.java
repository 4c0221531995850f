package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the milestones of one incident if it follows policy {@code to} from {@code now} on in place of
 * {@code from}. A milestone whose rule is the same in both versions of one policy, and reads the same, is carried over:
 * it is the same deadline. Every other rule of {@code to} makes a new milestone, which applies from now on to the facts
 * there are; so what it is late with already is born late. It changes nothing: a preview shows it, a rebase does it.
 *
 * @param before the rules of {@code from} as the incident is pinned to them
 */
public record Rebase(
        ResponsePolicy from, ResponsePolicy to, List<PinnedRule> before, CaseHistory history, Instant now) {
    public Rebase {
        before = List.copyOf(before);
    }

    /** The rebase of an incident that follows this policy and was never rebased before. */
    public static Rebase of(PinnedPolicy from, ResponsePolicy to, CaseHistory history, Instant now) {
        return new Rebase(from.policy(), to, from.rules(), history, now);
    }

    /** What becomes of each milestone: those of the policy it follows then, in its order, then those that end. */
    public List<MilestoneChange> changes() {
        List<MilestoneChange> changes = new ArrayList<>();
        to.milestones().forEach(rule -> changes.add(change(rule)));
        before.stream()
                .filter(pinned -> to.milestone(pinned.rule().key()).isEmpty())
                .map(pinned ->
                        new MilestoneChange(pinned.rule().key(), MilestoneChangeKind.REMOVED, reading(pinned), null))
                .forEach(changes::add);
        return changes;
    }

    private MilestoneChange change(MilestoneRule rule) {
        RuleReading fresh = reading(new PinnedRule(rule, to.calendar(), now));
        Optional<PinnedRule> replaced = before.stream()
                .filter(pinned -> pinned.rule().key().equals(rule.key()))
                .findFirst();
        if (replaced.isEmpty()) {
            return new MilestoneChange(rule.key(), MilestoneChangeKind.ADDED, null, fresh);
        }
        PinnedRule old = replaced.get();
        RuleReading was = reading(old);
        RuleReading same = reading(new PinnedRule(rule, to.calendar(), old.addedAt(), old.kept()));
        if (isSame(was, same)) {
            boolean renamed = !old.rule().name().equals(rule.name());
            MilestoneChangeKind kind = renamed ? MilestoneChangeKind.RENAMED : MilestoneChangeKind.UNCHANGED;
            return new MilestoneChange(rule.key(), kind, was, same);
        }
        boolean moved = !Objects.equals(was.dueAt(), fresh.dueAt());
        MilestoneChangeKind kind = moved ? MilestoneChangeKind.MOVED : MilestoneChangeKind.CHANGED;
        return new MilestoneChange(rule.key(), kind, was, fresh);
    }

    /** Of another policy it is another promise, whatever it reads; of the same one a changed holiday may not touch it. */
    private boolean isSame(RuleReading was, RuleReading same) {
        return from.id().equals(to.id())
                && was.pinned().rule().isButForWords(same.pinned().rule())
                && was.reading().equals(same.reading())
                && Objects.equals(was.dueAt(), same.dueAt());
    }

    private RuleReading reading(PinnedRule pinned) {
        return RuleReading.of(pinned, history, now);
    }
}
