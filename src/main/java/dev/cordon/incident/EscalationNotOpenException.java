package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** There is nothing to acknowledge: nobody was told, or somebody said already that they have it. */
public final class EscalationNotOpenException extends DomainException {
    private EscalationNotOpenException(String message) {
        super(message);
    }

    static EscalationNotOpenException passedOver(Escalation escalation) {
        return new EscalationNotOpenException("Nobody was told of " + escalation.rung
                + ", a higher rung was reached by then. Acknowledge the newest one.");
    }

    static EscalationNotOpenException acknowledged(Escalation escalation) {
        return new EscalationNotOpenException(escalation.rung + " was acknowledged at " + escalation.acknowledgedAt
                + " and calls no more. There is nothing left to do about it.");
    }
}
