package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.Rung;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The times of one escalation, as an auditor sees them. */
@Type("EscalationTimes")
@Description("The times of one escalation, as an auditor sees them.")
@DefaultNonNull
public record EscalationTimesView(
        @Description("Id of the policy whose rule it is about; null for a lead offer.") @Nullable
        String policy,

        @Description("Key of the rule; null for a lead offer.") @Nullable
        String milestone,

        @Description("The due time it is about; of a lead offer, when it was made.")
        Instant dueAt,

        @Description("The rung.") Rung rung,

        @Description("How often the rung had called before.")
        int number,

        @Description("When it was reached, or called again.")
        Instant happenedAt,

        @Description("When Cordon recorded it.") Instant recordedAt,

        @Description("Whether people were told; if not, a higher rung was reached by then.")
        boolean told,

        @Description("When somebody said that they have it.") @Nullable
        Instant acknowledgedAt) {
    public static EscalationTimesView of(Row row) throws SQLException {
        return new EscalationTimesView(
                row.textOrNull("policy_id"),
                row.textOrNull("key"),
                row.instant("due_at"),
                row.constant(Rung.class, "rung"),
                (int) row.number("number"),
                row.instant("happened_at"),
                row.instant("recorded_at"),
                row.flag("told"),
                row.instantOrNull("acknowledged_at"));
    }
}
