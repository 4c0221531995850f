package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An escalation that somebody has in hand. */
@Input("AcknowledgeEscalationInput")
@Description("An escalation that somebody has in hand.")
public record AcknowledgeEscalationInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the escalation.") @Id @NonNull String id) {}
