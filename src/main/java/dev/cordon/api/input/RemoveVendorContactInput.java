package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is no longer to speak for a vendor. */
@Input("RemoveVendorContactInput")
@Description("Somebody who is no longer to speak for a vendor.")
public record RemoveVendorContactInput(
        @Description("Id of the vendor on the list.") @Id @NonNull
        String vendor,

        @Description("Their handle.") @NonNull String person) {}
