package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A vendor who is no longer to see the incident. */
@Input("WithdrawVendorNoticeInput")
@Description("A vendor who is no longer to see the incident.")
public record WithdrawVendorNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Handle of the vendor.") @NonNull String person) {}
