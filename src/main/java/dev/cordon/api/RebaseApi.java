package dev.cordon.api;

import dev.cordon.api.input.RebasePolicyInput;
import dev.cordon.api.reading.PreviewReader;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.PolicyPreviewView;
import dev.cordon.incident.Rebases;
import dev.cordon.incident.Reference;
import dev.cordon.incident.Replacement;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What a policy would change in an incident, and the mutation that lets it. */
@GraphQLApi
public class RebaseApi {
    private final IncidentDesk desk;
    private final Rebases rebases;
    private final PreviewReader previews;

    RebaseApi(IncidentDesk desk, Rebases rebases, PreviewReader previews) {
        this.desk = desk;
        this.rebases = rebases;
        this.previews = previews;
    }

    @Query("previewPolicy")
    @Description("What rebasePolicy would change in the incident if it were done now. Changes nothing.")
    public @NonNull PolicyPreviewView previewPolicy(
            @Name("reference") @Description("Reference of the incident.") @NonNull String reference,
            @Name("policy") @Description("Id of the policy to follow, as it is now.") @NonNull String policy,
            @Name("replaces")
                    @Description("Id of the policy it would replace. Without one, an older version of itself or, "
                            + "if it is not followed yet, the base policy.")
                    @Nullable
                    String replaces) {
        return previews.of(new Reference(reference), new Replacement.Request(policy, replaces));
    }

    @Mutation("rebasePolicy")
    @Description("Makes the incident follow a policy as it is now, in place of an older version of it or of another "
            + "policy. Breaches stand; what is due is read anew from the facts. The committee in person only.")
    public @NonNull IncidentView rebasePolicy(
            @Name("input") @Description("What to do.") @NonNull RebasePolicyInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "rebasePolicy");
        var request = new Replacement.Request(input.policy(), input.replaces());
        return desk.answer(change, rebases.rebasing(request, input.reason()));
    }
}
