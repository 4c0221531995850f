package dev.cordon.api.input;

import dev.cordon.policy.BreachCause;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which breaches to list; what is not mentioned does not matter, what is must all hold. */
@Input("BreachFilter")
@Description("Which breaches to list: everything mentioned must hold.")
public record BreachFilter(
        @Description("Of milestones with this key.") @Nullable
        String milestone,

        @Description("Of the policy of this id.") @Nullable String policy,

        @Description("Of incidents led by the person with this handle.") @Nullable
        String lead,

        @Description("For one of these causes.") @Nullable List<@NonNull BreachCause> causes,

        @Description("Whether a correction withdrew them.") @Nullable
        Boolean withdrawn,

        @Description("Whether somebody explained them.") @Nullable
        Boolean explained,

        @Description("Due at this instant or later.") @Nullable
        Instant from,

        @Description("Due before this instant.") @Nullable Instant before) {}
