package dev.cordon.api.input;

import dev.cordon.incident.CreditPreference;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How the reporter wants to be named. */
@Input("ChooseCreditInput")
@Description("How the reporter wants to be named.")
public record ChooseCreditInput(
        @Description("Reference of the report; may be left out by whoever comes by its link.") @Nullable
        String reference,

        @Description("How they want to be named.") @NonNull CreditPreference creditPreference,

        @Description("The name to give, at most 300 characters; kept only with NAMED.") @Nullable
        String creditName) {}
