package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice that is put aside for good. */
@Input("DiscardNoticeInput")
@Description("A notice that is put aside for good.")
public record DiscardNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the notice.") @Id @NonNull String id,

        @Description("Why. It stands with the notice.") @NonNull
        String reason) {}
