package dev.cordon.api;

import dev.cordon.api.input.AcknowledgeEscalationInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Escalations;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The mutation by which somebody says that they have what escalated. */
@GraphQLApi
public class EscalationMutations {
    private final IncidentDesk desk;

    EscalationMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("acknowledgeEscalation")
    @Description(
            "Says that somebody has it: its rung calls no more for this due time. The next rung is reached all the same. "
                    + "Not for machines.")
    public @NonNull IncidentView acknowledgeEscalation(
            @Name("input") @Description("What to do.") @NonNull AcknowledgeEscalationInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "acknowledgeEscalation");
        return desk.answer(change, (incident, act) -> new Escalations(incident).acknowledge(input.id(), act));
    }
}
