package dev.cordon.incident;

import dev.cordon.policy.FactKind;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decisions about an incident's status, each allowed only from where {@link IncidentStatus} says. */
public final class Triage {
    /** Key of the milestone that asks for a lead, in the policies that have one. */
    private static final String LEAD_MILESTONE = "lead";

    private final Incident incident;

    public Triage(Incident incident) {
        this.incident = incident;
    }

    /** The report describes a vulnerability. */
    public void validate(@Nullable Instant at, Evidence evidence, Act act) {
        Instant happened = act.happened("REPORT_VALIDATED", at);
        become(IncidentStatus.VALID, act);
        new FactLog(incident).add(FactKind.REPORT_VALIDATED, happened, evidence, act);
    }

    /** The report does not describe a vulnerability of ours. Changes no clock but those that wait for this answer. */
    public void invalidate(@Nullable Instant at, Evidence evidence, Act act) {
        Instant happened = act.happened("REPORT_INVALIDATED", at);
        become(IncidentStatus.INVALID, act);
        new FactLog(incident).add(FactKind.REPORT_INVALIDATED, happened, evidence, act);
    }

    /**
     * The team works on a fix.
     *
     * @throws LeadRequiredException without a lead, unless the milestone that asks for one is running
     */
    public void accept(Act act) {
        Predicate<Milestone> asksForLead = milestone -> milestone.key.equals(LEAD_MILESTONE);
        boolean leadIsDue = incident.milestones.stream().anyMatch(asksForLead.and(Milestone::hasOpenDeadline));
        if (incident.status.next().contains(IncidentStatus.ACCEPTED) && incident.leadId == null && !leadIsDue) {
            throw new LeadRequiredException();
        }
        become(IncidentStatus.ACCEPTED, act);
    }

    /** The team will not work on it now. Changes no clock. */
    public void defer(Act act) {
        become(IncidentStatus.DEFERRED, act);
    }

    /**
     * Ends the incident. RESOLVED leaves what still runs running; any other reason cancels it.
     *
     * @throws InvalidDuplicateException for DUPLICATE, if no original is named
     */
    public void close(CloseReason reason, @Nullable Instant at, Evidence evidence, Act act) {
        if (reason == CloseReason.DUPLICATE && incident.duplicateOf == null) {
            throw new InvalidDuplicateException(
                    "The incident cannot be closed as DUPLICATE before its original is named. Use markDuplicate first.");
        }
        Instant happened = act.happened("CLOSED", at);
        become(IncidentStatus.CLOSED, act);
        incident.closeReason = reason;
        incident.closedAt = happened;
        new FactLog(incident).add(FactKind.CLOSED, happened, evidence, act);
    }

    private void become(IncidentStatus status, Act act) {
        if (!incident.status.next().contains(status)) {
            throw new IllegalTransitionException(incident.status, status);
        }
        incident.tell(TimelineKind.STATUS_CHANGED, incident.status + " to " + status, null, act);
        incident.status = status;
    }
}
