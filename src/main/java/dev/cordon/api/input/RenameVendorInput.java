package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Another name for a vendor. */
@Input("RenameVendorInput")
@Description("Another name for a vendor.")
public record RenameVendorInput(
        @Description("Id of the vendor on the list.") @Id @NonNull
        String vendor,

        @Description("Name of the organisation, at most 300 characters.") @NonNull
        String name) {}
