package dev.cordon.incident;

/** What is known and written about an incident: description, notes, the original it repeats, why a deadline was missed. */
public final class Dossier {
    private final Incident incident;

    public Dossier(Incident incident) {
        this.incident = incident;
    }

    /** Describes the incident; what the description does not mention stays as it is. */
    public void describe(Description description, Act act) {
        description.applyTo(incident);
        incident.tell(
                TimelineKind.DESCRIBED, "Description changed: " + String.join(", ", description.named()), null, act);
    }

    /** Adds a note for an audience. */
    public void note(String body, Audience audience, Act act) {
        Note note = Note.written(incident, Text.required("body", body, Text.PAGE), audience, act);
        incident.notes.add(note);
        incident.tell(TimelineKind.NOTE_ADDED, act.actor() + " wrote a note", note.id, act);
    }

    /**
     * Says why a deadline was missed. The breach stays; a later explanation replaces an earlier one.
     *
     * @throws BreachNotFoundException if the incident has no such breach
     */
    public void explain(String breachId, String explanation, Act act) {
        Breach breach = incident.breaches.stream()
                .filter(each -> each.id.toString().equals(breachId))
                .findFirst()
                .orElseThrow(() -> new BreachNotFoundException(breachId));
        breach.explanation = Text.required("explanation", explanation, Text.PAGE);
        breach.explainedBy = act.actorId();
        breach.explainedAt = act.at();
        String summary = act.actor() + " explained the breach of \"" + breach.milestone.name + "\"";
        incident.tell(TimelineKind.BREACH_EXPLAINED, summary, breach.id, act);
    }

    /**
     * Names the incident that this one repeats.
     *
     * @param original an incident the viewer may see
     * @param repeatsAnother whether the viewer may see that it is a duplicate itself
     * @throws InvalidDuplicateException if it is this one, or a duplicate itself
     */
    public void markDuplicateOf(Incident original, boolean repeatsAnother, Act act) {
        incident.mustBeOpenTo("mark it as a duplicate");
        if (original == incident) {
            throw new InvalidDuplicateException("An incident cannot be a duplicate of itself. Name the original.");
        }
        if (repeatsAnother) {
            throw new InvalidDuplicateException(
                    original.reference + " is marked as a duplicate itself. Name the original of that one.");
        }
        incident.duplicateOf = original.id;
        incident.tell(TimelineKind.MARKED_DUPLICATE, "Duplicate of another incident", null, act);
    }
}
