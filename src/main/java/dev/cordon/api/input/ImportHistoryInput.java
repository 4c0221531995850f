package dev.cordon.api.input;

import dev.cordon.incident.PublishedIncident;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Past incidents to bring in. */
@Input("ImportHistoryInput")
@Description("Past incidents to bring in.")
public record ImportHistoryInput(
        @Description("The incidents, at most 500 at a time.") @NonNull
        List<@NonNull PublishedIncidentInput> incidents) {
    public List<PublishedIncident> published() {
        return incidents.stream().map(PublishedIncidentInput::incident).toList();
    }
}
