package dev.cordon.incident;

import dev.cordon.policy.BreachCause;
import dev.cordon.policy.Overrun;
import java.time.Instant;
import java.util.List;

/**
 * The breaches of an incident: one durable row per milestone and due time. Corrections withdraw a row, undoing the
 * correction makes the same row stand again ("Rules of the clock", 11).
 */
final class Ledger {
    private final Incident incident;
    private final Act act;

    Ledger(Incident incident, Act act) {
        this.incident = incident;
        this.act = act;
    }

    /** Whether the milestone's due time has its row already. */
    boolean holds(Milestone milestone) {
        return incident.breaches.stream().anyMatch(breach -> breach.isOf(milestone, milestone.dueAt));
    }

    /** Records that the milestone's due time passed, unless the sweep or an earlier change did. */
    void recordMissed(Milestone milestone) {
        if (!holds(milestone)) {
            record(milestone, milestone.dueAt, BreachCause.MISSED);
        }
    }

    /**
     * Brings the rows of a milestone in line with the due times it overran.
     *
     * @throws ReasonRequiredException if a row would be withdrawn and nobody said why
     */
    void reconcile(Milestone milestone, List<Overrun> overruns) {
        for (Breach breach : List.copyOf(incident.breaches)) {
            if (breach.milestone == milestone) {
                bringInLine(breach, overruns);
            }
        }
        for (Overrun overrun : overruns) {
            if (incident.breaches.stream().noneMatch(breach -> breach.isOf(milestone, overrun.dueAt()))) {
                record(milestone, overrun.dueAt(), overrun.cause());
            }
        }
    }

    private void bringInLine(Breach breach, List<Overrun> overruns) {
        boolean justified =
                overruns.stream().anyMatch(overrun -> overrun.dueAt().equals(breach.dueAt));
        if (breach.stands() && !justified) {
            withdraw(breach);
        } else if (!breach.stands() && justified) {
            restore(breach);
        }
        // A corrected fact may show that the rule began to apply earlier or later than was known.
        overruns.stream()
                .filter(overrun -> overrun.dueAt().equals(breach.dueAt))
                .forEach(overrun -> breach.cause = overrun.cause());
    }

    private void record(Milestone milestone, Instant dueAt, BreachCause cause) {
        Breach breach = Breach.detected(milestone, dueAt, cause, act.at());
        incident.breaches.add(breach);
        String summary = "\"" + milestone.name + "\" was due at " + dueAt + " and not met";
        incident.append(TimelineKind.BREACH_RECORDED, summary, breach.id, act);
    }

    private void withdraw(Breach breach) {
        Correction correction = incident.correction;
        if (correction.reason() == null) {
            throw new ReasonRequiredException(breach.milestone.name);
        }
        breach.withdrawnAt = act.at();
        breach.withdrawnReason = correction.reason();
        breach.withdrawnFact = correction.fact();
        String summary = "Breach of \"" + breach.milestone.name + "\" withdrawn";
        incident.append(TimelineKind.BREACH_WITHDRAWN, summary, breach.id, act);
    }

    private void restore(Breach breach) {
        breach.withdrawnAt = null;
        breach.withdrawnReason = null;
        breach.withdrawnFact = null;
        String summary = "Breach of \"" + breach.milestone.name + "\" stands again";
        incident.append(TimelineKind.BREACH_RESTORED, summary, breach.id, act);
    }
}
