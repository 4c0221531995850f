package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A target that is to get another key. */
@Input("RotateWebhookKeyInput")
@Description("A target that is to get another key.")
public record RotateWebhookKeyInput(
        @Description("Id of the target.") @Id @NonNull String id) {}
