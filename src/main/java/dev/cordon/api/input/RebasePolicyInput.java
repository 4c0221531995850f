package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which policy an incident is to follow from now on, and in place of which. */
@Input("RebasePolicyInput")
@Description("Which policy an incident is to follow from now on, and in place of which.")
public record RebasePolicyInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the policy to follow, as it is now.") @NonNull
        String policy,

        @Description("Id of the policy it replaces. Without one, an older version of itself or, "
                + "if it is not followed yet, the base policy.")
        @Nullable
        String replaces,

        @Description("Why. It stands on the timeline.") @NonNull
        String reason) {}
