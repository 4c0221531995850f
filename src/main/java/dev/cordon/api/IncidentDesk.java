package dev.cordon.api;

import dev.cordon.access.Secret;
import dev.cordon.api.reading.IncidentReader;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.ReporterLinkView;
import dev.cordon.incident.Change;
import dev.cordon.incident.Correspondence;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Incidents;
import dev.cordon.incident.Incidents.Verb;
import dev.cordon.incident.Reference;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes a mutation's change to the incident and brings back the incident as it is then, with what was asked for. */
@ApplicationScoped
class IncidentDesk {
    private final Incidents incidents;
    private final IncidentReader reader;
    private final ReporterAddress addresses;
    private final Context context;

    IncidentDesk(Incidents incidents, IncidentReader reader, ReporterAddress addresses, Context context) {
        this.incidents = incidents;
        this.reader = reader;
        this.addresses = addresses;
        this.context = context;
    }

    Change change(String reference, @Nullable Long expectedVersion, String operation) {
        return new Change(new Reference(reference), expectedVersion, operation);
    }

    IncidentView answer(Change change, Verb verb) {
        return answer(change, verb, Selection.ofAnswer(context));
    }

    /** Makes a new link for the reporter; its secret leaves with this answer and is kept nowhere. */
    ReporterLinkView renewLink(Change change) {
        Secret secret = Secret.random(Secret.LINK);
        Verb verb = (incident, act) -> new Correspondence(incident).renewLink(secret, act);
        IncidentView incident = answer(change, verb, Selection.ofField(context, "incident"));
        return new ReporterLinkView(addresses.of(secret), incident);
    }

    private IncidentView answer(Change change, Verb verb, Selection selection) {
        return incidents.change(
                change,
                verb,
                (transaction, reference) -> reader.find(transaction, reference, selection)
                        .orElseThrow(() -> new IncidentNotFoundException(reference)));
    }

    Verb following(String policyId, @Nullable String reason) {
        return incidents.following(policyId, reason);
    }

    Verb restricting(boolean restricted, @Nullable String reason) {
        return incidents.restricting(restricted, reason);
    }

    Verb duplicating(String original) {
        return incidents.duplicating(new Reference(original));
    }
}
