package dev.cordon.api.view;

import dev.cordon.cvss.Severity;
import dev.cordon.database.Row;
import dev.cordon.incident.AffectedRange;
import dev.cordon.incident.VendorAnswer;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** An incident as a vendor who was notified of it sees it: what it is and which versions, and what they answered. */
@Type("VendorView")
@Description(
        "An incident as a vendor who was notified of it sees it: what it is and which versions, and their own answer.")
@DefaultNonNull
public record VendorView(
        @Ignore long id,

        @Description("INC- and six characters, what people call it by.")
        String reference,

        @Description("The vendor by way of which you were notified; null if you were notified alone.") @Nullable
        String organisation,

        @Description("Whether the embargo terms are to be accepted first: until then no content is shown.")
        boolean termsDue,

        @Description("What it is about, in one line.") @Nullable
        String title,

        @Description("Its CVE.") @Nullable String cve,
        @Description("Its weakness classes.") List<@NonNull String> cwes,
        @Description("The components that have it.") List<@NonNull String> components,
        @Description("The versions that have it.") List<@NonNull AffectedRangeView> affected,
        @Description("The versions that fix it.") List<@NonNull String> fixedVersions,

        @Description("Severity of the overall score; null while not scored.") @Nullable
        Severity severity,

        @Description("CVSS vector of the newest score.") @Nullable
        String vector,

        @Description("Overall score of that vector, 0.0 to 10.0.") @Nullable
        BigDecimal overallScore,

        @Description("When you were notified.") Instant notifiedAt,

        @Description("When you acknowledged the notice.") @Nullable
        Instant acknowledgedAt,

        @Description("What you last said of your product.") @Nullable
        VendorAnswer answer,

        @Description("When you said it.") @Nullable Instant answeredAt,

        @Description("What you and the team wrote to each other since you were notified, the oldest first.")
        List<@NonNull VendorMessageView> messages) {
    /** Columns of an incident and its notice; the messages are filled by the one who reads them. */
    public static VendorView of(Row row) throws SQLException {
        return new VendorView(
                row.number("incident_id"),
                row.text("reference"),
                row.textOrNull("organisation"),
                row.flag("terms_due"),
                row.textOrNull("title"),
                row.textOrNull("cve"),
                row.texts("cwes"),
                row.texts("components"),
                AffectedRange.parse(row.text("affected")).stream()
                        .map(AffectedRangeView::of)
                        .toList(),
                row.texts("fixed_versions"),
                row.constantOrNull(Severity.class, "severity"),
                row.textOrNull("vector"),
                row.decimal("overall_score"),
                row.instant("notified_at"),
                row.instantOrNull("acknowledged_at"),
                row.constantOrNull(VendorAnswer.class, "answer"),
                row.instantOrNull("answered_at"),
                new ArrayList<>());
    }
}
