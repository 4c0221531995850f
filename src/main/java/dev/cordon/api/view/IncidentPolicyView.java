package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A policy an incident follows, pinned to the version it had then. */
@Type("IncidentPolicy")
@Description("A policy an incident follows, pinned to the version it had then.")
@DefaultNonNull
public record IncidentPolicyView(
        @Description("The policy in that version.") PolicyView policy,
        @Description("The one the incident opened with.") boolean base,
        @Description("Since when it is followed.") Instant addedAt,
        @Description("Who added it.") @Nullable PersonView addedBy,
        @Description("Why it was added.") @Nullable String reason,

        @Description("When a rebase put another policy or version in its place; null while it is followed.") @Nullable
        Instant replacedAt) {}
