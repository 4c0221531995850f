package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One more policy to follow. */
@Input("AddPolicyInput")
@Description("One more policy to follow.")
public record AddPolicyInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the policy.") @NonNull String policy,
        @Description("Why it applies.") @Nullable String reason) {}
