package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to choose a password. */
@Input("InvitePersonInput")
@Description("Somebody who is to choose a password.")
public record InvitePersonInput(
        @Description("Handle of the person.") @NonNull String handle) {}
