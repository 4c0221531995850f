package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A shift that is to be set. */
@Input("SetShiftInput")
@Description("A shift that is to be set.")
public record SetShiftInput(
        @Description("Handle of a committee member or responder.") @NonNull
        String person,

        @Description("Handle of somebody else who is asked if they do not answer.") @Nullable
        String backup,

        @Description("When it begins.") @NonNull Instant from,

        @Description("When it ends, within 31 days; this instant is no longer part of it.") @NonNull
        Instant until) {}
