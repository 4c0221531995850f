package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.policy.FactKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** Something that happened, and when it was recorded. */
@Type("Fact")
@Description("Something that happened, and when it was recorded.")
@DefaultNonNull
public record FactView(
        @Description("Identifies the fact, for superseding it.") @Id
        String id,

        @Description("What happened.") FactKind kind,
        @Description("When it happened.") Instant occurredAt,
        @Description("When it was recorded.") Instant recordedAt,

        @Description("Who recorded it; null for a reporter without an account.") @Nullable
        PersonView recordedBy,

        @Description("Recorded by a machine: never stops a clock.")
        boolean byMachine,

        @Description("What was noted with it.") @Nullable String note,
        @Description("Where the evidence is.") @Nullable String evidenceUrl,

        @Description("The fact this one corrects.") @Id @Nullable
        String supersedes,

        @Description("Says that the superseded fact did not happen.")
        boolean retracts,

        @Description("Whether it counts: neither superseded nor a retraction.")
        boolean inForce) {
    public static FactView of(Row row) throws SQLException {
        return new FactView(
                row.text("id"),
                row.constant(FactKind.class, "kind"),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                PersonView.of(row, "person_handle", "person_name"),
                row.flag("by_machine"),
                row.textOrNull("note"),
                row.textOrNull("evidence_url"),
                row.textOrNull("supersedes"),
                row.flag("retracts"),
                row.flag("in_force"));
    }
}
