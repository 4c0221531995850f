package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A vendor who is to be notified of nothing more. */
@Input("RetireVendorInput")
@Description("A vendor who is to be notified of nothing more.")
public record RetireVendorInput(
        @Description("Id of the vendor on the list.") @Id @NonNull
        String vendor) {}
