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

/** What the reporter sent, as they sent it. */
@Type("Report")
@Description("What the reporter sent, as they sent it.")
@DefaultNonNull
public record ReportView(
        @Description("The way it came in.") ReportChannel channel,
        @Description("When it reached the programme.") Instant receivedAt,
        @Description("The words of the reporter.") String body,
        @Description("How the reporter wants to be named.") CreditPreference creditPreference,

        @Description("Name of the reporter; null if not given or erased.") @Nullable
        String reporterName,

        @Description("Where the reporter is reached; null if not given or erased.") @Nullable
        String reporterAddress) {
    /** The report joined to an incident's row; null where there is none, as for imported history. */
    public static ReportView of(Row row) throws SQLException {
        String body = row.textOrNull("report_body");
        return body == null
                ? null
                : new ReportView(
                        row.constant(ReportChannel.class, "report_channel"),
                        row.instant("report_received_at"),
                        body,
                        row.constant(CreditPreference.class, "report_credit_preference"),
                        row.textOrNull("reporter_name"),
                        row.textOrNull("reporter_address"));
    }
}
