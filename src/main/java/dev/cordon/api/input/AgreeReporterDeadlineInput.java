package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A deadline agreed with the reporter. */
@Input("AgreeReporterDeadlineInput")
@Description("A deadline agreed with the reporter.")
public record AgreeReporterDeadlineInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("How long after the report it is to be public at the latest, 1 to 365 days.")
        int days) {}
