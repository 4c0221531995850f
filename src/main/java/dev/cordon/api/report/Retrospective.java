package dev.cordon.api.report;

import dev.cordon.api.view.FactView;
import dev.cordon.api.view.IncidentReportView;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneView;
import dev.cordon.api.view.ReportedBreachView;
import dev.cordon.api.view.ReportedFactView;
import dev.cordon.api.view.ReportedMilestoneView;
import dev.cordon.api.view.ReportedScoreView;
import dev.cordon.api.view.ScoreView;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was recorded of an incident into the data of a blameless report: what happened and when, and nobody's name. */
public final class Retrospective {
    private final IncidentView incident;
    private final Instant now;

    public Retrospective(IncidentView incident, Instant now) {
        this.incident = incident;
        this.now = now;
    }

    /** The report as of now. */
    public IncidentReportView draft(Decided decided) {
        return new IncidentReportView(
                incident.reference(),
                now,
                incident.title(),
                incident.status(),
                incident.phase(),
                incident.closeReason(),
                incident.reportedAt(),
                incident.closedAt(),
                incident.severity(),
                scores(),
                incident.plannedDisclosureAt(),
                earliest(FactKind.PUBLICLY_DISCLOSED),
                incident.plannedReleaseAt(),
                earliest(FactKind.FIX_RELEASED),
                incident.milestones().stream().map(this::milestone).toList(),
                incident.breaches().stream().map(ReportedBreachView::of).toList(),
                facts(),
                decided.handOvers(),
                incident.waits(),
                decided.dates(),
                OpenQuestions.of(incident));
    }

    private List<ReportedScoreView> scores() {
        return incident.scores().stream()
                .sorted(Comparator.comparing(ScoreView::scoredAt))
                .map(ReportedScoreView::of)
                .toList();
    }

    private List<ReportedFactView> facts() {
        return incident.facts().stream()
                .filter(FactView::inForce)
                .sorted(Comparator.comparing(FactView::occurredAt)
                        .thenComparing(FactView::recordedAt)
                        .thenComparing(FactView::kind)
                        .thenComparing(FactView::id))
                .map(ReportedFactView::of)
                .toList();
    }

    private @Nullable Instant earliest(FactKind kind) {
        return incident.facts().stream()
                .filter(fact -> fact.inForce() && fact.kind() == kind)
                .map(FactView::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private ReportedMilestoneView milestone(MilestoneView milestone) {
        Duration margin = margin(milestone);
        return ReportedMilestoneView.of(milestone, margin, Words.margin(milestone, margin));
    }

    /** Of what still counts: a milestone that was cancelled or has not started is neither early nor late. */
    private @Nullable Duration margin(MilestoneView milestone) {
        boolean counts = milestone.state() != MilestoneState.CANCELLED && milestone.state() != MilestoneState.PENDING;
        if (milestone.dueAt() == null || !counts) {
            return null;
        }
        Instant until = milestone.stoppedAt() == null ? now : milestone.stoppedAt();
        return Duration.between(until, milestone.dueAt());
    }
}
