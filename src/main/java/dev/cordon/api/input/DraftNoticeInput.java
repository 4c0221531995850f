package dev.cordon.api.input;

import dev.cordon.incident.NoticeDraftKind;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice that is to be drafted. */
@Input("DraftNoticeInput")
@Description("A notice that is to be drafted.")
public record DraftNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Whom it is for, and what it says.") @NonNull
        NoticeDraftKind kind,

        @Description("Its subject, at most 300 characters; that of the template if left out.") @Nullable
        String subject,

        @Description("Its text, at most 50,000 characters; that of the template if left out.") @Nullable
        String body) {}
