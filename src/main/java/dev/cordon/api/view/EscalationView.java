package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.Addressee;
import dev.cordon.policy.Rung;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** That a deadline, or a lead offer nobody answered, came to a rung of its ladder. */
@Type("Escalation")
@Description("That a deadline, or a lead offer nobody answered, came to a rung of its ladder.")
@DefaultNonNull
public record EscalationView(
        @Description("Identifies the escalation, for acknowledging it.") @Id
        String id,

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

        @Description("Whom it is addressed to; nobody where nobody was told.")
        List<@NonNull Addressee> concerned,

        @Description("When somebody said that they have it.") @Nullable
        Instant acknowledgedAt,

        @Description("Who said so.") @Nullable PersonView acknowledgedBy) {
    /** Columns of an escalation, its milestone and who acknowledged it. */
    public static EscalationView of(Row row) throws SQLException {
        return new EscalationView(
                row.text("id"),
                row.textOrNull("policy_id"),
                row.textOrNull("key"),
                row.instant("due_at"),
                row.constant(Rung.class, "rung"),
                (int) row.number("number"),
                row.instant("happened_at"),
                row.instant("recorded_at"),
                row.flag("told"),
                row.texts("concerned").stream().map(Addressee::valueOf).toList(),
                row.instantOrNull("acknowledged_at"),
                PersonView.of(row, "acknowledger_handle", "acknowledger_name"));
    }
}
