package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.WaiverState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** That somebody asked to excuse a deadline, and what became of it. */
@Type("Waiver")
@Description(
        "That somebody asked to excuse a deadline, and what became of it. It moves no due time and undoes no breach.")
@DefaultNonNull
public record WaiverView(
        @Description("Identifies the waiver, for answering it.") @Id
        String id,

        @Description("Id of the policy whose rule is excused.")
        String policy,

        @Description("Key of the rule.") String milestone,
        @Description("Name of the rule.") String name,

        @Description("What became of it by the time of the answer.")
        WaiverState state,

        @Description("Why it was asked for.") String reason,

        @Description("The first instant at which it no longer holds, as asked for; null for good.") @Nullable
        Instant until,

        @Description("Who asked.") PersonView askedBy,
        @Description("When they asked.") Instant askedAt,
        @Description("The second person.") @Nullable PersonView confirmedBy,

        @Description("When they confirmed it, from when on it held.") @Nullable
        Instant confirmedAt,

        @Description("Who declined it, took it back or ended it early.") @Nullable
        PersonView endedBy,

        @Description("When they did.") @Nullable Instant endedAt,
        @Description("Why they did.") @Nullable String endReason) {
    /** Columns of a waiver and of the milestone it is of; null where there is none. */
    public static WaiverView of(Row row, Instant now) throws SQLException {
        String id = row.textOrNull("waiver_id");
        return id == null ? null : of(row, id, now);
    }

    private static WaiverView of(Row row, String id, Instant now) throws SQLException {
        Instant until = row.instantOrNull("waiver_until");
        Instant confirmedAt = row.instantOrNull("waiver_confirmed_at");
        Instant endedAt = row.instantOrNull("waiver_ended_at");
        return new WaiverView(
                id,
                row.text("policy_id"),
                row.text("key"),
                row.text("name"),
                WaiverState.at(now, until, confirmedAt, endedAt, row.flag("waiver_by_asker")),
                row.text("waiver_reason"),
                until,
                PersonView.of(row, "waiver_asker_handle", "waiver_asker_name"),
                row.instant("waiver_asked_at"),
                PersonView.of(row, "waiver_confirmer_handle", "waiver_confirmer_name"),
                confirmedAt,
                PersonView.of(row, "waiver_ender_handle", "waiver_ender_name"),
                endedAt,
                row.textOrNull("waiver_end_reason"));
    }
}
