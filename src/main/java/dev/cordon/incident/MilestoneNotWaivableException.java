package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Nothing of the milestone is left to be excused: it was met, replaced, it no longer applies, or it is not due at all. */
public final class MilestoneNotWaivableException extends DomainException {
    MilestoneNotWaivableException(Milestone milestone) {
        super("\"" + milestone.name + "\" " + why(milestone));
    }

    private static String why(Milestone milestone) {
        if (milestone.replacedAt != null) {
            return "was replaced by a rebase at " + milestone.replacedAt + ". Ask for a waiver of what replaced it.";
        }
        if (milestone.cancelledAt != null) {
            return "no longer applies since " + milestone.cancelledAt + ". There is nothing to waive.";
        }
        if (milestone.stoppedAt != null) {
            return "was met at " + milestone.stoppedAt
                    + ". There is nothing to waive; explain the breach if it was late.";
        }
        return "has no due time. Waive it once it has one.";
    }
}
