package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A correction of a fact. */
@Input("SupersedeFactInput")
@Description("A correction of a fact.")
public record SupersedeFactInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the fact that is wrong.") @Id @NonNull
        String fact,

        @Description("When it really happened; null if it did not.") @Nullable
        Instant occurredAt,

        @Description("Why it is corrected.") @NonNull String note,

        @Description("Web address of the evidence.") @Nullable
        String evidenceUrl) {}
