package dev.cordon.incident;

import dev.cordon.access.Person;

/** The people who work on the fix. Adding people does not staff the team; the fact FIX_TEAM_STAFFED does. */
public final class FixTeam {
    private final Incident incident;

    public FixTeam(Incident incident) {
        this.incident = incident;
    }

    /** Adds a person; adding one who is on it changes nothing. A committee member gives access along with it. */
    public void add(Person person, Act act) {
        new Admission(incident).require(person, act);
        if (incident.fixTeam.stream().anyMatch(member -> member.personId.equals(person.id))) {
            return;
        }
        incident.fixTeam.add(FixTeamMember.joined(incident, person.id, act));
        incident.tell(TimelineKind.FIX_TEAM_JOINED, person.name + " joined the fix team", person.id, act);
    }

    /**
     * Takes a person off the team. Their access stays; revokeAccess ends it.
     *
     * @throws NotOnIncidentException if they are not on it
     */
    public void remove(Person person, Act act) {
        if (!incident.fixTeam.removeIf(member -> member.personId.equals(person.id))) {
            throw new NotOnIncidentException(person.handle, "is not on the fix team");
        }
        incident.tell(TimelineKind.FIX_TEAM_LEFT, person.name + " left the fix team", person.id, act);
    }
}
