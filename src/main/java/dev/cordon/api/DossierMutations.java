package dev.cordon.api;

import dev.cordon.api.input.AddNoteInput;
import dev.cordon.api.input.DescribeIncidentInput;
import dev.cordon.api.input.ExplainBreachInput;
import dev.cordon.api.input.MarkDuplicateInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Audience;
import dev.cordon.incident.Dossier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations about what is known and written of an incident. */
@GraphQLApi
public class DossierMutations {
    private final IncidentDesk desk;

    DossierMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("describeIncident")
    @Description("Describes the incident; what is not mentioned stays as it is.")
    public @NonNull IncidentView describeIncident(
            @Name("input") @Description("What to do.") @NonNull DescribeIncidentInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "describeIncident");
        return desk.answer(change, (incident, act) -> new Dossier(incident).describe(input.description(), act));
    }

    @Mutation("addNote")
    @Description("Adds a note.")
    public @NonNull IncidentView addNote(@Name("input") @Description("What to do.") @NonNull AddNoteInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "addNote");
        return desk.answer(
                change,
                (incident, act) -> new Dossier(incident)
                        .note(input.body(), input.audience() == null ? Audience.TEAM : input.audience(), act));
    }

    @Mutation("explainBreach")
    @Description("Says why a deadline was missed. The breach stays.")
    public @NonNull IncidentView explainBreach(
            @Name("input") @Description("What to do.") @NonNull ExplainBreachInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "explainBreach");
        return desk.answer(
                change, (incident, act) -> new Dossier(incident).explain(input.breach(), input.explanation(), act));
    }

    @Mutation("markDuplicate")
    @Description("Names the incident that this one repeats. Closing it as DUPLICATE comes after.")
    public @NonNull IncidentView markDuplicate(
            @Name("input") @Description("What to do.") @NonNull MarkDuplicateInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "markDuplicate");
        return desk.answer(change, desk.duplicating(input.original()));
    }
}
