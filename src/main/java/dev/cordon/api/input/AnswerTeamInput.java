package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An answer of the reporter. */
@Input("AnswerTeamInput")
@Description("An answer of the reporter.")
public record AnswerTeamInput(
        @Description("Reference of the report; may be left out by whoever comes by its link.") @Nullable
        String reference,

        @Description("The answer, at most 50,000 characters.") @NonNull
        String body) {}
