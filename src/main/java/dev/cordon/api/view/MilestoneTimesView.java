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
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The times of one deadline, as an auditor sees them. */
@Type("MilestoneTimes")
@Description("The times of one deadline, as an auditor sees them.")
@DefaultNonNull
public record MilestoneTimesView(
        @Description("Key of the rule.") String key,
        @Description("Id of the policy the rule is of.") String policy,

        @Description("Version of the policy the incident is pinned to.")
        String policyVersion,

        @Description("How binding the rule is.") Strength strength,

        @Description("State at the time of the answer.") MilestoneState state,

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

        @Description("From when on it was last waived; null if it never was.") @Nullable
        Instant waivedFrom,

        @Description("The first instant at which that waiver no longer holds; null if there is none, or for good.")
        @Nullable
        Instant waivedUntil) {
    /** Columns of a milestone; what depends on the time was read beforehand. */
    public static MilestoneTimesView of(Row row, MilestoneState state, @Nullable Instant dueAt) throws SQLException {
        return new MilestoneTimesView(
                row.text("key"),
                row.text("policy_id"),
                row.text("policy_version"),
                row.constant(Strength.class, "strength"),
                state,
                row.instantOrNull("started_at"),
                dueAt,
                row.instantOrNull("stopped_at"),
                MilestoneView.recordedLateBy(row),
                row.instantOrNull("paused_since"),
                Duration.ofMillis(row.number("paused_millis")),
                row.instantOrNull("cancelled_at"),
                row.constantOrNull(CancelCause.class, "cancel_cause"),
                row.instantOrNull("waived_from"),
                row.instantOrNull("waived_until"));
    }
}
