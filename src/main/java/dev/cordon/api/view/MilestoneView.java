package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.CancelCause;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.Strength;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One deadline of one incident: a rule of its policy made concrete. */
@Type("Milestone")
@Description("One deadline of one incident: a rule of its policy made concrete.")
@DefaultNonNull
public record MilestoneView(
        @Description("Identifies the milestone.") @Id String id,
        @Description("Reference of its incident.") String reference,
        @Description("Title of its incident.") @Nullable String title,
        @Description("Who leads its incident.") @Nullable PersonView lead,
        @Description("Id of the policy the rule is of.") String policy,

        @Description("Version of the policy the incident is pinned to.")
        String policyVersion,

        @Description("Key of the rule.") String key,
        @Description("Name of the rule.") String name,
        @Description("How binding the rule is.") Strength strength,

        @Description("State at the time of the answer.") MilestoneState state,
        @Description("Whether little time is left.") boolean atRisk,

        @Description("When the clock started; null while it has not.") @Nullable
        Instant startedAt,

        @Description("When it is due; while paused, as if resumed now; null if not started or without a figure.")
        @Nullable
        Instant dueAt,

        @Description("When it was met.") @Nullable Instant stoppedAt,

        @Description("For a milestone met in time whose fact was recorded after the due time: how long after.")
        @Nullable
        Duration recordedLateBy,

        @Description("Since when it is paused.") @Nullable Instant pausedSince,

        @Description("Wall time of the pauses that are over.")
        Duration pausedTotal,

        @Description("When it ceased to apply.") @Nullable Instant cancelledAt,
        @Description("Why it ceased to apply.") @Nullable CancelCause cancelCause,

        @Description("The newest waiver that was asked for, whatever became of it; null if none ever was.") @Nullable
        WaiverView waiver,

        @Description("When a rebase replaced it; it shows as it was then. Null while it counts.") @Nullable
        Instant replacedAt,

        @Description("How the due time and state came about, step by step.")
        List<@NonNull StepView> explanation) {
    /** Columns of a milestone and its waiver; what depends on the time or is its incident's was read beforehand. */
    public static MilestoneView of(Row row, MilestoneHeading heading, MilestoneReading reading, Instant now)
            throws SQLException {
        return new MilestoneView(
                row.text("id"),
                heading.reference(),
                heading.title(),
                heading.lead(),
                row.text("policy_id"),
                row.text("policy_version"),
                row.text("key"),
                row.text("name"),
                row.constant(Strength.class, "strength"),
                reading.state(),
                reading.atRisk(),
                row.instantOrNull("started_at"),
                reading.dueAt(),
                row.instantOrNull("stopped_at"),
                recordedLateBy(row),
                row.instantOrNull("paused_since"),
                Duration.ofMillis(row.number("paused_millis")),
                row.instantOrNull("cancelled_at"),
                row.constantOrNull(CancelCause.class, "cancel_cause"),
                WaiverView.of(row, now),
                row.instantOrNull("replaced_at"),
                new ArrayList<>());
    }

    static Duration recordedLateBy(Row row) throws SQLException {
        Instant recordedAt = row.instantOrNull("stop_recorded_at");
        if (recordedAt == null) {
            return null;
        }
        Instant dueAt = row.instantOrNull("due_at");
        Instant stoppedAt = row.instantOrNull("stopped_at");
        boolean late = dueAt != null && stoppedAt != null && !stoppedAt.isAfter(dueAt) && recordedAt.isAfter(dueAt);
        return late ? Duration.between(dueAt, recordedAt) : null;
    }
}
