package dev.cordon.api.view;

import dev.cordon.database.Row;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.Origin;
import dev.cordon.incident.Phase;
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

/** When things happened in an incident, and were due: what an auditor sees of it. No content, no people. */
@Type("IncidentTimes")
@Description("When things happened in an incident, and were due: what an auditor sees of it. No content, no people.")
@DefaultNonNull
public record IncidentTimesView(
        @Ignore long id,

        @Description("INC- and six characters, what people call it by.")
        String reference,

        @Description("Where it stands.") IncidentStatus status,
        @Description("How far it has come.") Phase phase,
        @Description("Reported here, or imported history.") Origin origin,

        @Description("When the report was received.") @Nullable
        Instant reportedAt,

        @Description("When it was recorded here.") Instant createdAt,
        @Description("When it was closed.") @Nullable Instant closedAt,

        @Description("The earliest due time that is still to be met, missed or not, and not waived.") @Nullable
        Instant nextDueAt,

        @Description("Its deadlines, in the order of its policies.")
        List<@NonNull MilestoneTimesView> milestones,

        @Description("Its breaches, oldest first.") List<@NonNull BreachTimesView> breaches,

        @Description("The rungs its deadlines and lead offers came to, newest first, at most 100.")
        List<@NonNull EscalationTimesView> escalations) {
    /** Columns of an incident; the lists are filled by the one who reads them. */
    public static IncidentTimesView of(Row row) throws SQLException {
        return new IncidentTimesView(
                row.number("incident_id"),
                row.text("reference"),
                row.constant(IncidentStatus.class, "status"),
                row.constant(Phase.class, "phase"),
                row.constant(Origin.class, "origin"),
                row.instantOrNull("reported_at"),
                row.instant("created_at"),
                row.instantOrNull("closed_at"),
                row.instantOrNull("next_due_at"),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
