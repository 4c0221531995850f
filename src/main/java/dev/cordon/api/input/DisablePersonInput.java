package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to be kept out. */
@Input("DisablePersonInput")
@Description("Somebody who is to be kept out.")
public record DisablePersonInput(
        @Description("Handle of the person.") @NonNull String handle) {}
