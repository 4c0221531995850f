package dev.cordon.api.input;

import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.Strength;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which milestones to list; what is not mentioned does not matter, what is must all hold. */
@Input("MilestoneFilter")
@Description("Which milestones to list: everything mentioned must hold.")
public record MilestoneFilter(
        @Description("In one of these states.") @Nullable List<@NonNull MilestoneState> states,
        @Description("With this key.") @Nullable String key,
        @Description("Of the policy of this id.") @Nullable String policy,

        @Description("As binding as one of these.") @Nullable
        List<@NonNull Strength> strengths,

        @Description("Of incidents led by the person with this handle.") @Nullable
        String lead,

        @Description("Whether little time is left.") @Nullable
        Boolean atRisk,

        @Description("Due at this instant or later.") @Nullable
        Instant dueFrom,

        @Description("Due before this instant.") @Nullable Instant dueBefore) {}
