package dev.cordon.api.input;

import dev.cordon.policy.WaitingOn;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** For whom the incident waits. */
@Input("WaitOnInput")
@Description("For whom the incident waits.")
public record WaitOnInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("For whom; NONE to go on.") @NonNull WaitingOn on,

        @Description("From when on, at or before now; now if not given.") @Nullable
        Instant since,

        @Description("What there is to say about it.") @Nullable
        String note) {}
