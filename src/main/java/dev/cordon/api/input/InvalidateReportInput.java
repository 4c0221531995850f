package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The report does not describe a vulnerability. */
@Input("InvalidateReportInput")
@Description("The report does not describe a vulnerability.")
public record InvalidateReportInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("When that was found; now if not given.") @Nullable
        Instant occurredAt,

        @Description("What there is to say about it.") @Nullable
        String note,

        @Description("Web address of the evidence.") @Nullable
        String evidenceUrl) {}
