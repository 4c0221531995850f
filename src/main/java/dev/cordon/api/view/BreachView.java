package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.BreachCause;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** That a milestone passed its due time unmet. Withdrawn by corrections, never deleted. */
@Type("Breach")
@Description("That a milestone passed its due time unmet. Withdrawn by corrections, never deleted.")
@DefaultNonNull
public record BreachView(
        @Description("Identifies the breach, for explaining it.") @Id
        String id,

        @Description("Reference of its incident.") String reference,
        @Description("Title of its incident.") @Nullable String title,
        @Description("Who leads its incident.") @Nullable PersonView lead,

        @Description("Id of the policy whose rule was broken.")
        String policy,

        @Description("Key of the rule.") String milestone,
        @Description("Name of the rule.") String name,
        @Description("The due time that was missed.") Instant breachedAt,
        @Description("When Cordon recorded it.") Instant detectedAt,

        @Description("Missed, or late from the moment the rule began to apply.")
        BreachCause cause,

        @Description("When the milestone was met after all.") @Nullable
        Instant metLateAt,

        @Description("Whether a correction showed that there was no breach.")
        boolean withdrawn,

        @Description("When it was withdrawn.") @Nullable Instant withdrawnAt,
        @Description("Why it was withdrawn.") @Nullable String withdrawnReason,

        @Description("The fact whose recording withdrew it.") @Id @Nullable
        String withdrawnBy,

        @Description("Why the deadline was missed.") @Nullable
        String explanation,

        @Description("Who explained it.") @Nullable PersonView explainedBy,
        @Description("When it was explained.") @Nullable Instant explainedAt,

        @Description("Whether a waiver held at the due time. One that was confirmed later does not count.")
        boolean waived,

        @Description("The waiver that held at the due time.") @Nullable
        WaiverView waiver) {
    public static BreachView of(Row row, Instant now) throws SQLException {
        WaiverView waiver = WaiverView.of(row, now);
        return new BreachView(
                row.text("id"),
                row.text("reference"),
                row.textOrNull("title"),
                PersonView.of(row, "lead_handle", "lead_name"),
                row.text("policy_id"),
                row.text("key"),
                row.text("name"),
                row.instant("due_at"),
                row.instant("detected_at"),
                row.constant(BreachCause.class, "cause"),
                row.instantOrNull("met_late_at"),
                row.flag("withdrawn"),
                row.instantOrNull("withdrawn_at"),
                row.textOrNull("withdrawn_reason"),
                row.textOrNull("withdrawn_fact"),
                row.textOrNull("explanation"),
                PersonView.of(row, "explainer_handle", "explainer_name"),
                row.instantOrNull("explained_at"),
                waiver != null,
                waiver);
    }
}
