package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A vendor for the list. */
@Input("AddVendorInput")
@Description("A vendor for the list.")
public record AddVendorInput(
        @Description("Name of the organisation, at most 300 characters.") @NonNull
        String name) {}
