package dev.cordon.api.view;

import dev.cordon.policy.MilestoneState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How one deadline of the incident was kept, as a report tells it. */
@Type("ReportedMilestone")
@Description("How one deadline of the incident was kept, as a report tells it.")
@DefaultNonNull
public record ReportedMilestoneView(
        @Description("Id of the policy the rule is of.") String policy,
        @Description("Key of the rule.") String key,
        @Description("Name of the rule.") String name,
        @Description("State at the time of the report.") MilestoneState state,

        @Description("When it is due; null if not started or without a figure.") @Nullable
        Instant dueAt,

        @Description("When it was met.") @Nullable Instant stoppedAt,

        @Description("Due time less stop, or less the time of the report while it is open; negative if late.") @Nullable
        Duration margin,

        @Description("The margin in words, such as 4 h 12 min early.") @Nullable
        String marginInWords,

        @Description("If it was met in time and recorded after its due time: how long after.") @Nullable
        Duration recordedLateBy) {
    public static ReportedMilestoneView of(MilestoneView milestone, Duration margin, String marginInWords) {
        return new ReportedMilestoneView(
                milestone.policy(),
                milestone.key(),
                milestone.name(),
                milestone.state(),
                milestone.dueAt(),
                milestone.stoppedAt(),
                margin,
                marginInWords,
                milestone.recordedLateBy());
    }
}
