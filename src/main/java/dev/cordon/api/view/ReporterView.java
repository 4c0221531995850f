package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.CreditPreference;
import dev.cordon.incident.IncidentStatus;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A report as its reporter sees it: their own words, where it stands, what was promised, what was written. No names. */
@Type("ReporterView")
@Description("A report as its reporter sees it: their own words, where it stands, what was promised and written.")
@DefaultNonNull
public record ReporterView(
        @Ignore long id,

        @Description("INC- and six characters, what people call it by.")
        String reference,

        @Description("What it is about, as the reporter wrote it.") @Nullable
        String title,

        @Description("What was found, as the reporter wrote it.")
        String body,

        @Description("When it reached the programme.") Instant receivedAt,

        @Description("How the reporter wants to be named, as they last said.")
        CreditPreference creditPreference,

        @Description("The name to give, if they chose one.") @Nullable
        String creditName,

        @Description("Where it stands.") IncidentStatus status,

        @Description("The earliest promise that is still to be kept, late or not; null if none is open.") @Nullable
        PromiseView nextPromise,

        @Description("Whether a name or an address of the reporter is kept.")
        boolean contactKept,

        @Description("What reporter and team wrote to each other, the oldest first.")
        List<@NonNull ReporterMessageView> messages) {
    /** Columns of a report; promise and messages are filled by the one who reads them. */
    public static ReporterView of(Row row) throws SQLException {
        return new ReporterView(
                row.number("incident_id"),
                row.text("reference"),
                row.textOrNull("title"),
                row.text("body"),
                row.instant("received_at"),
                row.constant(CreditPreference.class, "credit_preference"),
                row.textOrNull("credit_name"),
                row.constant(IncidentStatus.class, "status"),
                null,
                row.flag("contact_kept"),
                new ArrayList<>());
    }

    /** The same with its next promise. */
    public ReporterView promised(PromiseView promise) {
        return new ReporterView(
                id,
                reference,
                title,
                body,
                receivedAt,
                creditPreference,
                creditName,
                status,
                promise,
                contactKept,
                messages);
    }
}
