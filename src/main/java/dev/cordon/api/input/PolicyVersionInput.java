package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One version of a policy. */
@Input("PolicyVersionInput")
@Description("One version of a policy.")
public record PolicyVersionInput(
        @Description("Id of the policy.") @NonNull String id,

        @Description("Its version; left out, the one it has now.") @Nullable
        String version) {}
