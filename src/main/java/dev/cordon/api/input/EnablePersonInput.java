package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to be let in again. */
@Input("EnablePersonInput")
@Description("Somebody who is to be let in again.")
public record EnablePersonInput(
        @Description("Handle of the person.") @NonNull String handle) {}
