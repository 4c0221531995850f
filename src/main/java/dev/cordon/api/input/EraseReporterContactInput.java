package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The reporter whose name and address are to be erased. */
@Input("EraseReporterContactInput")
@Description("The reporter whose name and address are to be erased.")
public record EraseReporterContactInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Why, in one line of at most 300 characters, without what is erased.") @NonNull
        String reason) {}
