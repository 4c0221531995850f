package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The lead that was offered to you, turned down. */
@Input("DeclineLeadInput")
@Description("The lead that was offered to you, turned down.")
public record DeclineLeadInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("What there is to say about it.") @Nullable
        String note) {}
