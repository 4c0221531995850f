package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to be let into an incident that nobody can open. */
@Input("AskToBreakGlassInput")
@Description("Somebody who is to be let into an incident that nobody can open.")
public record AskToBreakGlassInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("Handle of a committee member or responder.") @NonNull
        String person,

        @Description("Why, in one line of at most 300 characters.") @NonNull
        String reason) {}
