package dev.cordon.incident;

import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.KeptDueTimes;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.ResponsePolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of an incident kept in step with its facts. Every change records the breaches due before it and those
 * due after it, so the ledger never depends on when the sweep ran ("Rules of the clock", 10).
 */
final class Clocks {
    private final Incident incident;
    private final PolicyBook book;
    private final Map<Milestone, KeptDueTimes> kept = new HashMap<>();

    Clocks(Incident incident, PolicyBook book) {
        this.incident = incident;
        this.book = book;
    }

    /** Makes the incident follow a policy from now on, in the version it has now. */
    void follow(ResponsePolicy policy, boolean base, @Nullable String reason, Act act) {
        if (incident.policies.stream().anyMatch(pin -> pin.policyId.equals(policy.id()))) {
            throw new PolicyAlreadyAddedException(policy.id());
        }
        IncidentPolicy pin = IncidentPolicy.pinned(incident, book.key(policy), base, act);
        pin.reason = reason;
        incident.policies.add(pin);
        for (MilestoneRule rule : policy.milestones()) {
            incident.milestones.add(Milestone.of(pin, rule, base ? null : act.at()));
        }
    }

    /** Records the due times that have passed unmet and the rungs reached, as the facts stood before the change. */
    void recordDue(Act act) {
        CaseHistory history = incident.history();
        Ledger ledger = new Ledger(incident, act);
        all().forEach(milestone -> kept.put(milestone, keptDueTimes(milestone, history, act)));
        incident.milestones.stream()
                .filter(milestone -> milestone.clockState(act.at()) == MilestoneState.BREACHED)
                .forEach(ledger::recordMissed);
        new Climbs(incident, book, act).record();
    }

    /**
     * Reads every clock anew from the facts as they stand after the change, and the ledger with them. A milestone that was
     * replaced is read as of then: a later correction still counts for what it had missed.
     */
    void settle(Act act) {
        CaseHistory history = incident.history();
        Ledger ledger = new Ledger(incident, act);
        Climbs climbs = new Climbs(incident, book, act);
        for (Milestone milestone : all()) {
            Instant last = milestone.last(act.at());
            var rule = book.rule(milestone).keeping(kept.getOrDefault(milestone, KeptDueTimes.NONE));
            var reading = rule.read(milestone.known(history), last);
            Instant startedAt = milestone.startedAt;
            Instant dueAt = milestone.dueAt;
            milestone.take(reading);
            climbs.follow(milestone, rule.rule(), startedAt, dueAt);
            ledger.reconcile(milestone, reading.overruns());
        }
        incident.correction = Correction.NONE;
        climbs.record();
        keepWhenToLookAgain(ledger, act.at());
        incident.phase = Phase.of(incident.status, kindsInForce());
    }

    private void keepWhenToLookAgain(Ledger ledger, Instant now) {
        incident.nextDueAt =
                earliest(open().filter(milestone -> !milestone.isWaivedAt(now)).map(milestone -> milestone.dueAt));
        incident.nextSweepAt = earliest(Stream.of(
                        open().filter(milestone -> !ledger.holds(milestone)).map(milestone -> milestone.dueAt),
                        endsOfWaivers(now),
                        rungs(now),
                        Stream.ofNullable(incident.nextVendorLookAt))
                .flatMap(each -> each));
    }

    /** The rule behind a milestone, with the due times that are stored of it; the facts must be those they came from. */
    PinnedRule asStored(Milestone milestone, CaseHistory history, Act act) {
        return book.rule(milestone).keeping(keptDueTimes(milestone, history, act));
    }

    private KeptDueTimes keptDueTimes(Milestone milestone, CaseHistory history, Act act) {
        List<Instant> missed = incident.breaches.stream()
                .filter(breach -> breach.milestone == milestone && breach.stands())
                .map(breach -> breach.dueAt)
                .toList();
        return KeptDueTimes.of(
                book.rule(milestone), milestone.known(history), milestone.last(act.at()), milestone.dueAt, missed);
    }

    /** The former ones too, and all of them before any breach, which refers to them. */
    private List<Milestone> all() {
        return Stream.concat(incident.milestones.stream(), incident.formerMilestones.stream())
                .toList();
    }

    private Stream<Milestone> open() {
        return incident.milestones.stream().filter(Milestone::hasOpenDeadline);
    }

    /** When open deadlines come back into the queue; the sweep sees to it. */
    private Stream<Instant> endsOfWaivers(Instant now) {
        return open().filter(milestone -> milestone.isWaivedAt(now))
                .map(milestone -> milestone.waivedUntil)
                .filter(Objects::nonNull);
    }

    /** A millisecond before each rung: the sweep comes for what lies before its time, and a rung holds at its instant. */
    private Stream<Instant> rungs(Instant now) {
        Stream<@Nullable Instant> climbing =
                open().filter(milestone -> !milestone.isWaivedAt(now)).map(milestone -> milestone.escalatesAt);
        return Stream.concat(climbing, Stream.ofNullable(incident.offerEscalatesAt))
                .filter(Objects::nonNull)
                .map(at -> at.minusMillis(1));
    }

    private static @Nullable Instant earliest(Stream<Instant> instants) {
        return instants.min(Comparator.naturalOrder()).orElse(null);
    }

    private Set<FactKind> kindsInForce() {
        return incident.factsInForce().stream().map(fact -> fact.kind).collect(Collectors.toSet());
    }
}
