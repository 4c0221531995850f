package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Other words for a notice. */
@Input("EditNoticeInput")
@Description("Other words for a notice.")
public record EditNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the notice.") @Id @NonNull String id,

        @Description("Its subject, at most 300 characters.") @NonNull
        String subject,

        @Description("Its text, at most 50,000 characters.") @NonNull
        String body) {}
