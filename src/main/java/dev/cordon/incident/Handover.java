package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.policy.FactKind;

/** Who is responsible for an incident. Until a new lead acknowledges, the old one stays it. */
public final class Handover {
    private final Incident incident;

    public Handover(Incident incident) {
        this.incident = incident;
    }

    /**
     * Offers the lead; an earlier offer is replaced. A committee member who offers it gives access along with it.
     *
     * @throws NotAdmittedException if the person may not see the incident
     */
    public void offer(Person person, Act act) {
        new Admission(incident).require(person, act);
        incident.leadOfferedTo = person.id;
        incident.leadOfferedBy = act.actorId();
        incident.leadOfferedAt = act.at();
        incident.tell(TimelineKind.LEAD_OFFERED, act.actor() + " offered the lead to " + person.name, person.id, act);
    }

    /**
     * Takes the lead that was offered.
     *
     * @throws NoLeadOfferException if it was offered to somebody else, or to nobody
     */
    public void acknowledge(Act act) {
        mustBeOfferedTo(act);
        incident.leadId = act.actorId();
        incident.leadAcknowledgedAt = act.at();
        withdrawOffer();
        incident.tell(TimelineKind.LEAD_ACKNOWLEDGED, act.actor() + " has the lead", act.actorId(), act);
        new FactLog(incident).add(FactKind.LEAD_ACKNOWLEDGED, act.at(), Evidence.NONE, act);
    }

    /**
     * Turns the offered lead down.
     *
     * @param reason why, or none
     * @throws NoLeadOfferException if it was offered to somebody else, or to nobody
     */
    public void decline(Evidence reason, Act act) {
        mustBeOfferedTo(act);
        withdrawOffer();
        String why = reason.note() == null ? "" : ": " + reason.note();
        incident.tell(TimelineKind.LEAD_DECLINED, act.actor() + " declined the lead" + why, act.actorId(), act);
    }

    /** Leaves the lead offered to nobody. */
    void withdrawOffer() {
        incident.leadOfferedTo = null;
        incident.leadOfferedBy = null;
        incident.leadOfferedAt = null;
    }

    private void mustBeOfferedTo(Act act) {
        if (incident.leadOfferedTo == null || !incident.leadOfferedTo.equals(act.actorId())) {
            throw new NoLeadOfferException();
        }
    }
}
