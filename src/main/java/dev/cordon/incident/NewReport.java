package dev.cordon.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as it comes in, before it is an incident.
 *
 * @param title one line of at most 300 characters, or none
 * @param body what the reporter wrote, at most 50,000 characters
 * @param receivedAt when it reached the programme; now, if not given
 * @throws InvalidTextException naming the field that is missing, too long or unreadable
 */
public record NewReport(
        @Nullable String title,
        String body,
        ReportChannel channel,
        @Nullable Instant receivedAt,
        @Nullable String reporterName,
        @Nullable String reporterAddress,
        CreditPreference creditPreference) {
    public NewReport {
        title = Text.optional("title", title, Text.LINE);
        body = Text.required("body", body, Text.PAGE);
        reporterName = Text.optional("reporterName", reporterName, Text.LINE);
        reporterAddress = Text.optional("reporterAddress", reporterAddress, Text.LINE);
    }

    boolean namesReporter() {
        return reporterName != null || reporterAddress != null;
    }
}
