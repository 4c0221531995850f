package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.CreditPreference;
import dev.cordon.incident.ReportChannel;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What the reporter sent, as they sent it, and what they decided since. */
@Type("Report")
@Description("What the reporter sent, as they sent it, and what they decided since.")
@DefaultNonNull
public record ReportView(
        @Description("The way it came in.") ReportChannel channel,
        @Description("When it reached the programme.") Instant receivedAt,
        @Description("The words of the reporter.") String body,

        @Description("What it is about, as the reporter wrote it.") @Nullable
        String title,

        @Description("How the reporter wants to be named, as they last said.")
        CreditPreference creditPreference,

        @Description("The name to give, if they chose one; null if not given or erased.") @Nullable
        String creditName,

        @Description("Name of the reporter; null if not given or erased.") @Nullable
        String reporterName,

        @Description("Where the reporter is reached; null if not given or erased.") @Nullable
        String reporterAddress,

        @Description("When name and address were erased; null if they were not.") @Nullable
        Instant contactErasedAt) {
    /** The report joined to an incident's row; null where there is none, as for imported history. */
    public static ReportView of(Row row) throws SQLException {
        String body = row.textOrNull("report_body");
        return body == null
                ? null
                : new ReportView(
                        row.constant(ReportChannel.class, "report_channel"),
                        row.instant("report_received_at"),
                        body,
                        row.textOrNull("report_title"),
                        row.constant(CreditPreference.class, "report_credit_preference"),
                        row.textOrNull("report_credit_name"),
                        row.textOrNull("reporter_name"),
                        row.textOrNull("reporter_address"),
                        row.instantOrNull("report_contact_erased_at"));
    }
}
