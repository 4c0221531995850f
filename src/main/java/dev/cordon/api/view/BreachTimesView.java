package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.BreachCause;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The times of one breach, as an auditor sees them. */
@Type("BreachTimes")
@Description("The times of one breach, as an auditor sees them.")
@DefaultNonNull
public record BreachTimesView(
        @Description("Key of the rule.") String milestone,

        @Description("Id of the policy whose rule was broken.")
        String policy,

        @Description("The due time that was missed.") Instant dueAt,
        @Description("When Cordon recorded it.") Instant detectedAt,

        @Description("Missed, or late from the moment the rule began to apply.")
        BreachCause cause,

        @Description("Whether a correction showed that there was no breach.")
        boolean withdrawn,

        @Description("When it was withdrawn.") @Nullable Instant withdrawnAt,

        @Description("When somebody explained it.") @Nullable
        Instant explainedAt,

        @Description("Whether a waiver held at the due time.")
        boolean waived) {
    public static BreachTimesView of(Row row) throws SQLException {
        return new BreachTimesView(
                row.text("key"),
                row.text("policy_id"),
                row.instant("due_at"),
                row.instant("detected_at"),
                row.constant(BreachCause.class, "cause"),
                row.instantOrNull("withdrawn_at") != null,
                row.instantOrNull("withdrawn_at"),
                row.instantOrNull("explained_at"),
                row.flag("waived"));
    }
}
