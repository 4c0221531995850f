package dev.cordon.incident;

import dev.cordon.incident.Incidents.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The verb that makes an incident follow another policy, or its policy as it is now, in place of what it follows. */
@ApplicationScoped
public class Rebases {
    private final PolicyBook book;

    Rebases(PolicyBook book) {
        this.book = book;
    }

    /** The verb; it refuses an unknown policy, what {@link Replacement#of} refuses, and whoever is not of the committee in person. */
    public Verb rebasing(Replacement.Request request, @Nullable String reason) {
        return (incident, act) -> {
            act.by().mustBeCommittee("rebase an incident");
            act.by().mustBeInPerson("rebase an incident");
            incident.mustBeOpenTo("rebase it");
            String why = Text.required("reason", reason, Text.LINE);
            Replacement replacement = Replacement.of(
                    incident.policies.stream().map(IncidentPolicy::version).toList(),
                    request,
                    book.current(request.policy()),
                    book);
            new Rebasing(incident, book).replace(replacement, why, act);
            incident.tell(TimelineKind.POLICY_REBASED, "Rebased " + replacement + ": " + why, null, act);
        };
    }
}
