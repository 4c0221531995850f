package dev.cordon.incident;

import dev.cordon.access.AccessGrant;
import dev.cordon.access.Person;
import dev.cordon.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was added to an incident, and whether it is open to the committee at large. */
public final class Admission {
    private final Incident incident;

    public Admission(Incident incident) {
        this.incident = incident;
    }

    /**
     * Adds a person to the incident; adding one who is on it changes nothing.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     * @throws NotAdmittedException if their role does not work on incidents
     */
    public void grant(Person person, Act act) {
        act.by().mustBeCommittee("give access to an incident");
        if (!person.role.worksOnIncidents()) {
            throw new NotAdmittedException(person.handle);
        }
        if (!isAdded(person.id)) {
            incident.grants.add(granted(person.id, act));
            incident.tell(TimelineKind.ACCESS_GRANTED, person.name + " was given access", person.id, act);
        }
    }

    /**
     * Takes a person off the incident, and off the fix team. It holds from the next statement on.
     *
     * @throws AccessStillNeededException for the lead, and for oneself
     * @throws NotOnIncidentException if they were not added
     */
    public void revoke(Person person, Act act) {
        act.by().mustBeCommittee("take away access to an incident");
        if (person.id.equals(incident.leadId)) {
            throw new AccessStillNeededException(
                    "\"" + person.handle + "\" leads this incident. Let somebody else acknowledge the lead first.");
        }
        if (person.id.equals(act.actorId())) {
            throw new AccessStillNeededException("You cannot take your own access away. Ask another committee member.");
        }
        if (!incident.grants.removeIf(grant -> grant.personId.equals(person.id))) {
            throw new NotOnIncidentException(person.handle, "was not added to this incident");
        }
        incident.fixTeam.removeIf(member -> member.personId.equals(person.id));
        if (person.id.equals(incident.leadOfferedTo)) {
            new Handover(incident).withdrawOffer();
        }
        incident.tell(TimelineKind.ACCESS_REVOKED, person.name + " lost access", person.id, act);
    }

    /** Makes sure that the person may see the incident: those who decide on access give it, others must find it given. */
    void require(Person person, Act act) {
        if (person.machine || !person.role.worksOnIncidents()) {
            throw new NotAdmittedException(person.handle);
        }
        boolean sees = isAdded(person.id) || person.role == Role.COMMITTEE && !incident.restricted;
        if (sees) {
            return;
        }
        if (!act.by().isCommittee()) {
            throw new NotAdmittedException(person.handle);
        }
        grant(person, act);
    }

    /** Lets a person into an incident that nobody could open, on the word of two others. */
    void breakGlass(Person person, Person asker, String reason, Act act) {
        addSilently(person.id, act);
        String summary =
                asker.name + " and " + act.actor() + " broke the glass and let " + person.name + " in: " + reason;
        incident.tell(TimelineKind.GLASS_BROKEN, summary, person.id, act);
    }

    /** Adds whoever works on the incident already, and whoever restricts it, so that it shuts nobody out by surprise. */
    void addThoseAtWork(Act act) {
        addSilently(act.actorId(), act);
        addSilently(incident.leadId, act);
        addSilently(incident.leadOfferedTo, act);
        incident.fixTeam.forEach(member -> addSilently(member.personId, act));
    }

    /** Adds a responder who brought the report in: they know it already. */
    void addReporterAtWork(Act act) {
        if (act.by().role() == Role.RESPONDER) {
            addSilently(act.actorId(), act);
        }
    }

    private void addSilently(@Nullable UUID personId, Act act) {
        if (personId != null && !isAdded(personId)) {
            incident.grants.add(granted(personId, act));
        }
    }

    private boolean isAdded(UUID personId) {
        return incident.grants.stream().anyMatch(grant -> grant.personId.equals(personId));
    }

    private AccessGrant granted(UUID personId, Act act) {
        AccessGrant grant = new AccessGrant();
        grant.incidentId = incident.id;
        grant.personId = personId;
        grant.restricted = incident.restricted;
        grant.grantedBy = act.actorId();
        grant.grantedAt = act.at();
        return grant;
    }
}
