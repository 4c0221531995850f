package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who is to speak for a vendor. */
@Input("AddVendorContactInput")
@Description("Somebody who is to speak for a vendor.")
public record AddVendorContactInput(
        @Description("Id of the vendor on the list.") @Id @NonNull
        String vendor,

        @Description("Handle of somebody of the role VENDOR who speaks for no vendor yet.") @NonNull
        String person,

        @Description("Where mail reaches them.") @Nullable String address) {}
