package dev.cordon.api.view;

import dev.cordon.access.Scope;
import dev.cordon.access.account.ApiToken;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A token for scripts, without its secret. */
@Type("Token")
@Description("A token for scripts, without its secret.")
@DefaultNonNull
public record TokenView(
        @Description("Identifies the token.") @Id String id,
        @Description("Handle of whom it stands for.") String person,
        @Description("What it is for.") String name,

        @Description("What it may do, within what its owner may.")
        List<@NonNull Scope> scopes,

        @Description("When it was made.") Instant createdAt,
        @Description("When it ends.") Instant expiresAt,

        @Description("When it was last used, to the minute; null if never.") @Nullable
        Instant lastUsedAt,

        @Description("Since when it no longer works; null if it was not revoked.") @Nullable
        Instant revokedAt) {
    public static TokenView of(ApiToken token) {
        return new TokenView(
                token.id().toString(),
                token.person(),
                token.name(),
                token.scopes(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revokedAt());
    }
}
