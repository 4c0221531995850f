package dev.cordon.api.view;

import dev.cordon.cvss.Severity;
import dev.cordon.database.Row;
import dev.cordon.incident.AffectedRange;
import dev.cordon.incident.CloseReason;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.Origin;
import dev.cordon.incident.Phase;
import dev.cordon.policy.WaitingOn;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One vulnerability report and all that follows, as the team sees it. */
@Type("Incident")
@Description("One vulnerability report and all that follows, as the team sees it.")
@DefaultNonNull
public record IncidentView(
        @Ignore long id,

        @Description("INC- and six characters, what people call it by.")
        String reference,

        @Description("Counts the changes people make; send it as expectedVersion.")
        long version,

        @Description("Where it stands.") IncidentStatus status,
        @Description("How far it has come.") Phase phase,
        @Description("Reported here, or imported history.") Origin origin,
        @Description("Made up for dev mode.") boolean sample,

        @Description("Hidden from committee members who were not added to it.")
        boolean restricted,

        @Description("What it is about, in one line.") @Nullable
        String title,

        @Description("Its CVE.") @Nullable String cve,
        @Description("Its weakness classes.") List<@NonNull String> cwes,
        @Description("The components that have it.") List<@NonNull String> components,
        @Description("The versions that have it.") List<@NonNull AffectedRangeView> affected,
        @Description("The versions that fix it.") List<@NonNull String> fixedVersions,
        @Description("Where more is written about it.") List<@NonNull String> links,
        @Description("For whom it waits.") WaitingOn waitingOn,
        @Description("Since when it waits.") @Nullable Instant waitingSince,

        @Description("Who is responsible; null if nobody acknowledged the lead yet.") @Nullable
        PersonView lead,

        @Description("Since when.") @Nullable Instant leadAcknowledgedAt,

        @Description("The lead as offered to somebody who has not answered yet.") @Nullable
        LeadOfferView leadOffer,

        @Description("The newest score, which is the score of the incident.") @Nullable
        ScoreView score,

        @Description("Severity of the overall score; null while not scored.") @Nullable
        Severity severity,

        @Description("What the reporter sent; null for imported history.") @Nullable
        ReportView report,

        @Description("Reference of the incident it repeats.") @Nullable
        String duplicateOf,

        @Description("Why it was closed.") @Nullable CloseReason closeReason,
        @Description("When it was closed.") @Nullable Instant closedAt,

        @Description("Day on which imported history was published.") @Nullable
        LocalDate disclosedOn,

        @Description("When the report was received.") @Nullable
        Instant reportedAt,

        @Description("When it was recorded here.") Instant createdAt,
        @Description("When it last changed.") Instant updatedAt,

        @Description("The earliest due time that is still to be met, missed or not, and not waived.") @Nullable
        Instant nextDueAt,

        @Description("Whether that due time has passed.") boolean overdue,

        @Description("When it is planned to become public.") @Nullable
        Instant plannedDisclosureAt,

        @Description("When the fix is planned to come out.") @Nullable
        Instant plannedReleaseAt,

        @Description("Its scores, newest first.") List<@NonNull ScoreView> scores,

        @Description("Its deadlines, in the order of its policies.")
        List<@NonNull MilestoneView> milestones,

        @Description("Its breaches, oldest first.") List<@NonNull BreachView> breaches,

        @Description("Every waiver that was asked for, oldest first.")
        List<@NonNull WaiverView> waivers,

        @Description("The rungs its deadlines and lead offers came to, newest first, at most 100.")
        List<@NonNull EscalationView> escalations,

        @Description("What happened, in the order of recording.")
        List<@NonNull FactView> facts,

        @Description("The times it waited, in their order.") List<@NonNull WaitView> waits,
        @Description("Its notes, oldest first.") List<@NonNull NoteView> notes,
        @Description("Who works on the fix.") List<@NonNull PersonView> fixTeam,
        @Description("Who was added to it.") List<@NonNull GrantView> access,

        @Description("The vendors who were notified of it, and what they answered.")
        List<@NonNull VendorNoticeView> vendorNotices,

        @Description("How far the notice of each vendor has come, by name.")
        List<@NonNull VendorReceiptView> vendorReceipts,

        @Description("The vendors who were notified and have said nothing of their product yet, by name.")
        List<@NonNull VendorReceiptView> silentVendors,

        @Description("What is to be said, or was said, to users and vendors, the oldest first.")
        List<@NonNull NoticeDraftView> noticeDrafts,

        @Description("The policies it follows, the base policy first.")
        List<@NonNull IncidentPolicyView> policies,

        @Description("The policies and versions it followed until a rebase, in the order of the rebases.")
        List<@NonNull IncidentPolicyView> formerPolicies,

        @Description(
                "The deadlines that a rebase replaced, as they were then. Their breaches stand; they count for nothing else.")
        List<@NonNull MilestoneView> formerMilestones) {
    /** Columns of an incident and what was joined to it; the lists are filled by the one who reads them. */
    public static IncidentView of(Row row, Instant now) throws SQLException {
        Instant nextDueAt = row.instantOrNull("next_due_at");
        return new IncidentView(
                row.number("id"),
                row.text("reference"),
                row.number("version"),
                row.constant(IncidentStatus.class, "status"),
                row.constant(Phase.class, "phase"),
                row.constant(Origin.class, "origin"),
                row.flag("sample"),
                row.flag("restricted"),
                row.textOrNull("title"),
                row.textOrNull("cve"),
                row.texts("cwes"),
                row.texts("components"),
                affected(row.textOrNull("affected")),
                row.texts("fixed_versions"),
                row.texts("links"),
                row.constant(WaitingOn.class, "waiting_on"),
                row.instantOrNull("waiting_since"),
                PersonView.of(row, "lead_handle", "lead_name"),
                row.instantOrNull("lead_acknowledged_at"),
                LeadOfferView.of(row),
                row.textOrNull("score_id") == null ? null : ScoreView.of(row, "score_"),
                row.constantOrNull(Severity.class, "severity"),
                ReportView.of(row),
                row.textOrNull("duplicate_reference"),
                row.constantOrNull(CloseReason.class, "close_reason"),
                row.instantOrNull("closed_at"),
                row.dateOrNull("disclosed_on"),
                row.instantOrNull("reported_at"),
                row.instant("created_at"),
                row.instant("updated_at"),
                nextDueAt,
                nextDueAt != null && nextDueAt.isBefore(now),
                row.instantOrNull("planned_disclosure_at"),
                row.instantOrNull("planned_release_at"),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static List<AffectedRangeView> affected(@Nullable String json) {
        return json == null
                ? List.of()
                : AffectedRange.parse(json).stream().map(AffectedRangeView::of).toList();
    }
}
