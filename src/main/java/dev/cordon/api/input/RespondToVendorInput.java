package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What is said to one vendor alone. */
@Input("RespondToVendorInput")
@Description("What is said to one vendor alone.")
public record RespondToVendorInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of a vendor on the list; everybody who speaks for it is meant. Either this or person.")
        @Id
        @Nullable
        String vendor,

        @Description("Handle of somebody of the role VENDOR. Either this or vendor.") @Nullable
        String person,

        @Description("The message, at most 50,000 characters.") @NonNull
        String body) {}
