package dev.cordon.api.input;

import dev.cordon.policy.FactKind;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that happened. */
@Input("RecordFactInput")
@Description("Something that happened.")
public record RecordFactInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("What happened.") @NonNull FactKind kind,

        @Description("When it happened; now if not given.") @Nullable
        Instant occurredAt,

        @Description("What there is to say about it. Needed, or a link, where it withdraws a recorded breach.")
        @Nullable
        String note,

        @Description("Web address of the evidence.") @Nullable
        String evidenceUrl) {}
