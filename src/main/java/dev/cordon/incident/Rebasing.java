package dev.cordon.incident;

import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.MilestoneChange;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.Rebase;
import dev.cordon.policy.RuleReading;
import java.util.List;
import java.util.Optional;

/** Puts one pin of an incident in the place of another, and its milestones with it: what {@link Rebase} says is done. */
final class Rebasing {
    private final Incident incident;
    private final PolicyBook book;

    Rebasing(Incident incident, PolicyBook book) {
        this.incident = incident;
        this.book = book;
    }

    /** Does it; the clocks are to be settled afterwards. */
    void replace(Replacement replacement, String reason, Act act) {
        IncidentPolicy former = incident.policies.stream()
                .filter(pin -> pin.policyId.equals(replacement.from().id()))
                .findFirst()
                .orElseThrow();
        Rebase rebase = rebase(replacement, former, act);
        IncidentPolicy pin = pinInPlaceOf(former, replacement, reason, act);
        rebase.changes().forEach(change -> apply(change, former, pin, act));
        number();
    }

    private Rebase rebase(Replacement replacement, IncidentPolicy former, Act act) {
        CaseHistory history = incident.history();
        Clocks clocks = new Clocks(incident, book);
        List<PinnedRule> before = incident.milestones.stream()
                .filter(milestone -> milestone.isOf(former))
                .map(milestone -> clocks.asStored(milestone, history, act))
                .toList();
        return new Rebase(replacement.from(), replacement.to(), before, history, act.at());
    }

    private IncidentPolicy pinInPlaceOf(IncidentPolicy former, Replacement replacement, String reason, Act act) {
        former.replacedAt = act.at();
        incident.policies.remove(former);
        incident.formerPolicies.add(former);
        IncidentPolicy pin = IncidentPolicy.pinned(incident, PolicyBook.Key.of(replacement.to()), former.base, act);
        pin.reason = reason;
        incident.policies.add(former.base ? 0 : incident.policies.size(), pin);
        return pin;
    }

    private void apply(MilestoneChange change, IncidentPolicy former, IncidentPolicy pin, Act act) {
        Optional<Milestone> old = incident.milestones.stream()
                .filter(milestone -> milestone.isOf(former) && milestone.key.equals(change.key()))
                .findFirst();
        RuleReading after = change.after();
        if (old.isPresent() && after != null && change.kind().carriesOver()) {
            old.get().carryOver(pin, after.pinned().rule());
            return;
        }
        old.ifPresent(milestone -> retire(milestone, act));
        if (after != null) {
            incident.milestones.add(Milestone.of(pin, after.pinned().rule(), act.at()));
        }
    }

    private void retire(Milestone milestone, Act act) {
        milestone.replacedAt = act.at();
        incident.milestones.remove(milestone);
        incident.formerMilestones.add(milestone);
    }

    /** In the order of the policies and their rules. */
    private void number() {
        int position = 0;
        for (IncidentPolicy pin : incident.policies) {
            for (MilestoneRule rule :
                    book.pinned(pin.policyId, pin.policyVersion).milestones()) {
                for (Milestone milestone : incident.milestones) {
                    if (milestone.isOf(pin) && milestone.key.equals(rule.key())) {
                        milestone.position = position++;
                    }
                }
            }
        }
    }
}
