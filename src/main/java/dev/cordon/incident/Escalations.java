package dev.cordon.incident;

import dev.cordon.access.ForbiddenException;

/** What the team answers to an escalation: that somebody has it. */
public final class Escalations {
    private final Incident incident;

    public Escalations(Incident incident) {
        this.incident = incident;
    }

    /**
     * Says that somebody has it: the rung calls no more for this due time. The next one is reached all the same.
     *
     * @throws EscalationNotFoundException if the incident has no such escalation
     * @throws EscalationNotOpenException if nobody was told of it, or its rung is acknowledged already
     * @throws ForbiddenException if a machine tries: it has nothing in hand
     */
    public void acknowledge(String id, Act act) {
        if (act.by().machine()) {
            throw new ForbiddenException("acknowledge an escalation as a machine", "a person");
        }
        Escalation escalation = incident.escalations.stream()
                .filter(each -> each.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new EscalationNotFoundException(id));
        mustBeOpen(escalation);
        escalation.acknowledgedAt = act.at();
        escalation.acknowledgedBy = act.actorId();
        String key = escalation.milestone == null ? null : escalation.milestone.key;
        String what = act.actor() + " acknowledged " + Escalation.summary(escalation.call(), key);
        incident.tell(TimelineKind.ESCALATION_ACKNOWLEDGED, what, escalation.id, act);
    }

    private void mustBeOpen(Escalation escalation) {
        if (!escalation.told) {
            throw EscalationNotOpenException.passedOver(escalation);
        }
        incident.escalations.stream()
                .filter(other -> other.rung == escalation.rung && other.isOf(escalation.milestone, escalation.dueAt))
                .filter(other -> other.acknowledgedAt != null)
                .findFirst()
                .ifPresent(other -> {
                    throw EscalationNotOpenException.acknowledged(other);
                });
    }
}
