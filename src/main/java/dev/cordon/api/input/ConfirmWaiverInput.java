package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A waiver that somebody else asked for, confirmed. */
@Input("ConfirmWaiverInput")
@Description("A waiver that somebody else asked for, confirmed.")
public record ConfirmWaiverInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the waiver.") @Id @NonNull String id) {}
