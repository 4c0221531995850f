package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Why a deadline was missed. */
@Input("ExplainBreachInput")
@Description("Why a deadline was missed.")
public record ExplainBreachInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the breach.") @Id @NonNull String breach,
        @Description("Why it was missed.") @NonNull String explanation) {}
