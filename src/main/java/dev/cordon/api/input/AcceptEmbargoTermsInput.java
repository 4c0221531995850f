package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The embargo terms that are accepted. */
@Input("AcceptEmbargoTermsInput")
@Description("The embargo terms that are accepted.")
public record AcceptEmbargoTermsInput(
        @Description("Their version, as embargoTerms tells it.") @NonNull
        String version) {}
