package dev.cordon.incident;

import dev.cordon.access.Secret;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * What passes between an incident and its reporter: what the team writes to them, their answers, how they want to be
 * named, their link and their contact. Nothing a reporter does is a fact, so it stops no clock; an answer ends the wait for it.
 */
public final class Correspondence {
    private final Incident incident;

    public Correspondence(Incident incident) {
        this.incident = incident;
    }

    /**
     * Writes to the reporter. The first time a person does so is the fact RESPONDED_TO_REPORTER; what a machine writes is
     * a message and no fact. Source: "Invariants", 4.
     *
     * @param waits whether the incident waits for the reporter from now on
     * @throws NoReporterException if nobody reported it
     */
    public void respond(String body, boolean waits, Act act) {
        if (incident.origin == Origin.IMPORTED) {
            throw new NoReporterException();
        }
        Note note = Note.written(incident, Text.required("body", body, Text.PAGE), Audience.REPORTER, act);
        incident.notes.add(note);
        incident.tell(TimelineKind.REPORTER_TOLD, act.actor() + " wrote to the reporter", note.id, act);
        if (!act.by().machine() && !wasAnswered()) {
            new FactLog(incident).add(FactKind.RESPONDED_TO_REPORTER, act.at(), Evidence.NONE, act);
        }
        if (waits && incident.waitingOn != WaitingOn.REPORTER) {
            new Waiting(incident).on(WaitingOn.REPORTER, null, Evidence.NONE, act);
        }
    }

    /** Takes the reporter's answer, and no longer waits for it. */
    public void answer(String body, Act act) {
        Note note = Note.answered(incident, Text.required("body", body, Text.PAGE), Author.REPORTER, act);
        incident.notes.add(note);
        incident.tell(TimelineKind.REPORTER_ANSWERED, "The reporter answered", note.id, act);
        new Waiting(incident).answeredBy(WaitingOn.REPORTER, act);
    }

    /**
     * Keeps how the reporter wants to be named.
     *
     * @param name the name to give, at most 300 characters; kept only if they want to be named
     */
    public void chooseCredit(CreditPreference preference, @Nullable String name, Act act) {
        String given = Text.optional("creditName", name, Text.LINE);
        ReporterChoice.change(incident, choice -> {
            choice.creditPreference = preference;
            choice.creditName = preference == CreditPreference.NAMED ? given : null;
            choice.chosenAt = act.at();
        });
        String summary = "The reporter chose how to be named: " + preference;
        incident.tell(TimelineKind.CREDIT_CHOSEN, summary, null, act);
    }

    /** Erases name and address as the reporter wishes; the incident stays. Erasing what is gone changes nothing. */
    public void erase(Act act) {
        eraseContact("The reporter erased their contact", act);
    }

    /**
     * Erases name and address for the reporter.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     */
    public void eraseFor(String reason, Act act) {
        act.by().mustBeCommittee("erase the contact of a reporter");
        String why = Text.required("reason", reason, Text.LINE);
        eraseContact(act.actor() + " erased the contact of the reporter: " + why, act);
    }

    /** Gives the reporter a new link; earlier ones no longer lead anywhere. */
    public void renewLink(Secret secret, Act act) {
        ReporterLink.renew(incident, secret, act);
        incident.tell(TimelineKind.REPORTER_LINK_RENEWED, act.actor() + " made a new link for the reporter", null, act);
    }

    private boolean wasAnswered() {
        return incident.factsInForce().stream()
                .anyMatch(fact -> fact.kind == FactKind.RESPONDED_TO_REPORTER && !fact.byMachine);
    }

    private void eraseContact(String summary, Act act) {
        boolean contact = ReporterContact.deleteById(incident.id);
        boolean name = ReporterChoice.count("incidentId = ?1 and creditName is not null", incident.id) > 0;
        if (!contact && !name) {
            return;
        }
        ReporterChoice.change(incident, choice -> {
            choice.creditName = null;
            choice.contactErasedAt = act.at();
        });
        incident.tell(TimelineKind.REPORTER_CONTACT_ERASED, summary, null, act);
    }
}
