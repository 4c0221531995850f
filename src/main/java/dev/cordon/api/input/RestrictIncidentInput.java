package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whether the incident is hidden from the committee at large. */
@Input("RestrictIncidentInput")
@Description("Whether the incident is hidden from the committee at large.")
public record RestrictIncidentInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("True to hide it, false to open it.") @NonNull
        boolean restricted,

        @Description("Why.") @Nullable String reason) {}
