package dev.cordon.api.view;

import dev.cordon.access.AuditAction;
import dev.cordon.access.Means;
import dev.cordon.database.Row;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One row of the audit log: who read or changed what, and when. */
@Type("AuditEntry")
@Description("One row of the audit log: who read or changed what, and when.")
@DefaultNonNull
public record AuditEntryView(
        @Description("Identifies the row.") @Id String id,
        @Description("When it happened.") Instant at,

        @Description("Handle of who did it; null for those without an account.") @Nullable
        String actor,

        @Description("How they showed who they are; null for nobody.") @Nullable
        Means via,

        @Description("What kind of thing they did.") AuditAction action,
        @Description("The operation they asked for.") String operation,

        @Description("Handle of the person an account change is about.") @Nullable
        String subject,

        @Description("References of the incidents it touched.")
        List<@NonNull String> references,

        @Description("Its place in the sealed chain; null for the seconds until it is sealed.") @Nullable
        Long position,

        @Description("Its hash in the chain, in hexadecimal digits; null until it is sealed.") @Nullable
        String hash) {
    public static AuditEntryView of(Row row) throws SQLException {
        return new AuditEntryView(
                row.text("id"),
                row.instant("at"),
                row.textOrNull("actor"),
                row.constantOrNull(Means.class, "via"),
                row.constant(AuditAction.class, "action"),
                row.text("operation"),
                row.textOrNull("subject"),
                row.texts("incident_references"),
                row.numberOrNull("position"),
                row.textOrNull("hash"));
    }
}
