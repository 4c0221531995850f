package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What is said to the reporter. */
@Input("RespondToReporterInput")
@Description("What is said to the reporter.")
public record RespondToReporterInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("The message, at most 50,000 characters.") @NonNull
        String body,

        @Description("Whether the incident waits for the reporter from now on; no, if left out.") @Nullable
        Boolean waitForAnswer) {}
