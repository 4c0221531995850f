package dev.cordon.api.view;

import dev.cordon.cvss.Severity;
import dev.cordon.incident.CloseReason;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.Phase;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The draft of an incident's retrospective: what happened and when. It names nobody; texts people wrote are as they wrote them. */
@Type("IncidentReport")
@Description(
        "The draft of an incident's retrospective: what happened and when. It names nobody; texts people wrote are as they wrote them.")
@DefaultNonNull
public record IncidentReportView(
        @Description("Reference of the incident.") String reference,

        @Description("The time of the report; states and margins are those of then.")
        Instant at,

        @Description("What it is about, in one line.") @Nullable
        String title,

        @Description("Where it stands.") IncidentStatus status,
        @Description("How far it has come.") Phase phase,
        @Description("Why it was closed.") @Nullable CloseReason closeReason,

        @Description("When the report was received.") @Nullable
        Instant reportedAt,

        @Description("When it was closed.") @Nullable Instant closedAt,

        @Description("Its severity in the end; null if not scored.") @Nullable
        Severity severity,

        @Description("How the severity came about, the oldest score first.")
        List<@NonNull ReportedScoreView> scores,

        @Description("When it was planned to become public, in the end.") @Nullable
        Instant plannedDisclosureAt,

        @Description("When it became public.") @Nullable Instant disclosedAt,

        @Description("When the fix was planned to come out, in the end.") @Nullable
        Instant plannedReleaseAt,

        @Description("When the fix came out.") @Nullable Instant releasedAt,

        @Description("How its deadlines were kept, in the order of its policies.")
        List<@NonNull ReportedMilestoneView> milestones,

        @Description("What was missed, oldest first, withdrawn breaches too.")
        List<@NonNull ReportedBreachView> breaches,

        @Description("What happened, in the order in which it did; what was corrected is left out.")
        List<@NonNull ReportedFactView> facts,

        @Description("How the lead was handed over, in order.")
        List<@NonNull ReportedHandOverView> handOvers,

        @Description("The times it waited, in their order.") List<@NonNull WaitView> waits,

        @Description("How its dates were planned, in order.")
        List<@NonNull ReportedDateView> dates,

        @Description(
                "What the record leaves unsaid: breaches without an explanation, what is overdue, no score, no measure.")
        List<@NonNull String> openQuestions) {}
