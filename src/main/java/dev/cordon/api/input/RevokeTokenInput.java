package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A token that is to stop working. */
@Input("RevokeTokenInput")
@Description("A token that is to stop working.")
public record RevokeTokenInput(
        @Description("Id of the token.") @Id @NonNull String id) {}
