package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who no longer works on the fix. */
@Input("RemoveFromFixTeamInput")
@Description("Somebody who no longer works on the fix.")
public record RemoveFromFixTeamInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Handle of the person.") @NonNull String person) {}
