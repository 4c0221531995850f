package dev.cordon.api.input;

import dev.cordon.incident.Audience;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A note. */
@Input("AddNoteInput")
@Description("A note.")
public record AddNoteInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("The note, at most 50,000 characters.") @NonNull
        String body,

        @Description("Who it is for; TEAM if not given.") @Nullable
        Audience audience) {}
