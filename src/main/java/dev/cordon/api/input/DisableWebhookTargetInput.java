package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A target that is to be told nothing any more. */
@Input("DisableWebhookTargetInput")
@Description("A target that is to be told nothing any more.")
public record DisableWebhookTargetInput(
        @Description("Id of the target.") @Id @NonNull String id) {}
