package dev.cordon.api.input;

import dev.cordon.access.Scope;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A token for scripts. */
@Input("CreateTokenInput")
@Description("A token for scripts.")
public record CreateTokenInput(
        @Description("What it is for, in at most 100 characters.") @NonNull
        String name,

        @Description("What it may do, within what its owner may.") @NonNull
        List<@NonNull Scope> scopes,

        @Description("When it ends, within 365 days.") @NonNull
        Instant expiresAt,

        @Description("Handle of the machine it is for, administrators only; for yourself if not given.") @Nullable
        String person) {}
