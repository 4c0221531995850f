package dev.cordon.incident;

import dev.cordon.access.ForbiddenException;
import dev.cordon.access.Viewer;
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
    private static final String SIGNED_IN = "somebody who is signed in";

    public NewReport {
        title = Text.optional("title", title, Text.LINE);
        body = Text.required("body", body, Text.PAGE);
        reporterName = Text.optional("reporterName", reporterName, Text.LINE);
        reporterAddress = Text.optional("reporterAddress", reporterAddress, Text.LINE);
    }

    /**
     * Refuses what somebody may not say who is not signed in: they report now, here, and under the default policy.
     *
     * @throws ForbiddenException naming what they said
     */
    void mustBeOpenTo(Viewer viewer, @Nullable String policyId) {
        if (viewer.isSignedIn()) {
            return;
        }
        if (receivedAt != null) {
            throw new ForbiddenException("say when a report was received", SIGNED_IN);
        }
        if (channel != ReportChannel.FORM) {
            throw new ForbiddenException("say that a report came in by " + channel, SIGNED_IN);
        }
        if (policyId != null) {
            throw new ForbiddenException("choose the policy of a report", SIGNED_IN);
        }
    }

    boolean namesReporter() {
        return reporterName != null || reporterAddress != null;
    }
}
