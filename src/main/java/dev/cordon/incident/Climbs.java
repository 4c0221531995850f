package dev.cordon.incident;

import dev.cordon.policy.Ascent;
import dev.cordon.policy.Call;
import dev.cordon.policy.Climb;
import dev.cordon.policy.Clock;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The climbs of an incident: those of its open deadlines, and that of a lead offer nobody answered. Every change records
 * the rungs reached before it and after it, as it does with breaches.
 */
final class Climbs {
    private final Incident incident;
    private final PolicyBook book;
    private final Act act;

    /** What climbs: a due time of a milestone, or the offer of the lead that was made then. */
    private record Climber(@Nullable Milestone milestone, Instant dueAt, Ladder ladder, Climb climb) {}

    Climbs(Incident incident, PolicyBook book, Act act) {
        this.incident = incident;
        this.book = book;
        this.act = act;
    }

    /** Records what has been reached by now, and keeps when to look again. What is waived waits. */
    void record() {
        for (Milestone milestone : incident.milestones) {
            Ladder ladder = ladder(milestone.policyId, milestone.policyVersion);
            Climb climb = milestone.climb(ladder);
            milestone.escalatesAt = climb == null
                    ? null
                    : record(new Climber(milestone, milestone.dueAt, ladder, climb), milestone.isWaivedAt(act.at()));
        }
        incident.formerMilestones.forEach(milestone -> milestone.escalatesAt = null);
        incident.offerEscalatesAt = recordOffer();
    }

    /**
     * Lets the warnings of a due time go along with it, where a pause moved it: they were given, and the climb was only
     * held. One that would come later than now is given again.
     */
    void follow(Milestone milestone, MilestoneRule rule, @Nullable Instant startedAt, @Nullable Instant dueAt) {
        Instant movedTo = milestone.dueAt;
        boolean moved = dueAt != null && movedTo != null && !dueAt.equals(movedTo);
        if (!moved || rule.clock() instanceof Clock.Ahead || !milestone.isStartedAt(startedAt)) {
            return;
        }
        Climb climb = milestone.climb(ladder(milestone.policyId, milestone.policyVersion));
        List<Escalation> there = of(milestone, movedTo);
        of(milestone, dueAt).stream()
                .filter(row -> row.rung.isWarning()
                        && there.stream().noneMatch(other -> other.call().compareTo(row.call()) == 0))
                .filter(row -> climb == null
                        || climb.reaches(row.rung)
                                .filter(at -> !at.isAfter(act.at()))
                                .isPresent())
                .forEach(row -> row.dueAt = movedTo);
    }

    private @Nullable Instant recordOffer() {
        Instant offeredAt = incident.leadOfferedAt;
        if (offeredAt == null || incident.status == IncidentStatus.CLOSED) {
            return null;
        }
        Ladder ladder = incident.policies.stream()
                .filter(pin -> pin.base)
                .map(pin -> ladder(pin.policyId, pin.policyVersion))
                .findFirst()
                .orElse(Ladder.DEFAULT);
        return record(new Climber(null, offeredAt, ladder, Climb.ofOffer(ladder, offeredAt)), false);
    }

    private Instant record(Climber climber, boolean waits) {
        Progress progress = progress(of(climber.milestone, climber.dueAt));
        if (waits) {
            return climber.climb.nextAt(progress);
        }
        List<Call> calls = climber.climb
                .ascent(progress, act.at())
                .map(ascent -> {
                    record(climber, ascent);
                    return ascent.calls();
                })
                .orElse(List.of());
        return climber.climb.nextAt(progress.and(calls));
    }

    private void record(Climber climber, Ascent ascent) {
        ascent.passed().forEach(call -> add(climber, call));
        Escalation told = add(climber, ascent.told());
        told.tell(climber.ladder);
        String key = climber.milestone == null ? null : climber.milestone.key;
        incident.append(TimelineKind.ESCALATED, Escalation.summary(ascent.told(), key), told.id, act);
    }

    private Escalation add(Climber climber, Call call) {
        Escalation escalation = Escalation.reached(incident, call, act);
        escalation.milestone = climber.milestone;
        escalation.dueAt = climber.dueAt;
        incident.escalations.add(escalation);
        return escalation;
    }

    private List<Escalation> of(@Nullable Milestone milestone, Instant dueAt) {
        return incident.escalations.stream()
                .filter(escalation -> escalation.isOf(milestone, dueAt))
                .toList();
    }

    private static Progress progress(List<Escalation> rows) {
        return new Progress(
                rows.stream().map(Escalation::call).toList(),
                rows.stream()
                        .filter(row -> row.acknowledgedAt != null)
                        .map(row -> row.rung)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Ladder ladder(String policyId, String policyVersion) {
        return book.pinned(policyId, policyVersion).ladder();
    }
}
