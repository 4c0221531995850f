package dev.cordon.api.report;

import static java.util.Arrays.asList;

import dev.cordon.api.view.IncidentReportView;
import dev.cordon.api.view.ReportedBreachView;
import dev.cordon.api.view.ReportedHandOverView;
import dev.cordon.api.view.ReportedMilestoneView;
import dev.cordon.incident.TimelineKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report as Markdown to be edited by people: what is known is filled in, what only they know is left to them. */
public final class RetrospectiveText {
    private final IncidentReportView report;
    private final Markdown text = new Markdown();

    public RetrospectiveText(IncidentReportView report) {
        this.report = report;
    }

    /** The whole text; the same report always gives the same. */
    public String write() {
        text.heading(1, "Retrospective of " + report.reference());
        text.sentence("A draft from what was recorded until " + Words.of(report.at())
                + ". It says what happened and when, not who did it. All times are UTC.");
        summary();
        deadlines();
        breaches();
        facts();
        course();
        questions();
        leftToPeople();
        return text.text();
    }

    private void summary() {
        text.heading(2, "Summary");
        text.table(
                List.of("What", "As recorded"),
                List.of(
                        asList("Title", report.title()),
                        asList("Reported", Words.of(report.reportedAt())),
                        asList("Phase", words(report.phase())),
                        asList("Severity", report.severity() == null ? null : words(report.severity())),
                        asList("Release planned for", Words.of(report.plannedReleaseAt())),
                        asList("Released", Words.of(report.releasedAt())),
                        asList("Disclosure planned for", Words.of(report.plannedDisclosureAt())),
                        asList("Disclosed", Words.of(report.disclosedAt())),
                        asList("Closed", closed())));
        text.heading(3, "How the severity changed");
        tableOr(
                "It was not scored.",
                List.of("When", "Score", "Severity", "Vector"),
                report.scores().stream()
                        .map(score -> asList(
                                Words.of(score.at()),
                                score.overallScore().toPlainString(),
                                words(score.severity()),
                                score.vector()))
                        .toList());
    }

    private @Nullable String closed() {
        return report.closeReason() == null ? null : Words.of(report.closedAt()) + ", " + words(report.closeReason());
    }

    private void deadlines() {
        text.heading(2, "Deadlines");
        tableOr(
                "There were none.",
                List.of("Policy", "Milestone", "Due", "Stopped", "State", "Margin"),
                report.milestones().stream()
                        .map(milestone -> asList(
                                milestone.policy(),
                                milestone.name(),
                                Words.of(milestone.dueAt()),
                                Words.of(milestone.stoppedAt()),
                                words(milestone.state()),
                                margin(milestone)))
                        .toList());
    }

    private static @Nullable String margin(ReportedMilestoneView milestone) {
        return milestone.recordedLateBy() == null
                ? milestone.marginInWords()
                : milestone.marginInWords() + ", recorded " + Words.of(milestone.recordedLateBy()) + " late";
    }

    private void breaches() {
        text.heading(2, "Breaches");
        tableOr(
                "There were none.",
                List.of("Milestone", "Due", "Cause", "Met after all", "Explanation"),
                report.breaches().stream()
                        .map(breach -> asList(
                                breach.name(),
                                Words.of(breach.breachedAt()),
                                words(breach.cause()),
                                Words.of(breach.metLateAt()),
                                explanation(breach)))
                        .toList());
    }

    private static @Nullable String explanation(ReportedBreachView breach) {
        return breach.withdrawn() ? "Withdrawn, there was none: " + breach.withdrawnReason() : breach.explanation();
    }

    private void facts() {
        text.heading(2, "What happened");
        tableOr(
                "Nothing was recorded.",
                List.of("When", "What", "Note", "Evidence", "Recorded, if later"),
                report.facts().stream()
                        .map(fact -> asList(
                                Words.of(fact.occurredAt()),
                                words(fact.kind()),
                                fact.note(),
                                fact.evidenceUrl(),
                                Words.of(fact.recordedAt())))
                        .toList());
    }

    private void course() {
        text.heading(2, "Hand-overs of the lead");
        tableOr(
                "The lead was never offered.",
                List.of("When", "What"),
                report.handOvers().stream()
                        .map(handOver -> asList(Words.of(handOver.at()), words(handOver)))
                        .toList());
        text.heading(2, "Waiting");
        tableOr(
                "The team waited for nobody.",
                List.of("From", "Until", "For", "Note"),
                report.waits().stream()
                        .map(wait ->
                                asList(Words.of(wait.since()), Words.of(wait.until()), words(wait.on()), wait.note()))
                        .toList());
        text.heading(2, "Dates that were decided");
        tableOr(
                "No date was planned.",
                List.of("When", "What", "Planned for", "Reason"),
                report.dates().stream()
                        .map(date -> asList(
                                Words.of(date.decidedAt()),
                                words(date.what()),
                                date.plannedFor() == null ? "withdrawn" : Words.of(date.plannedFor()),
                                date.reason()))
                        .toList());
    }

    private void questions() {
        text.heading(2, "Open questions");
        if (report.openQuestions().isEmpty()) {
            text.sentence("The record leaves none.");
        } else {
            text.list(report.openQuestions());
        }
    }

    private void leftToPeople() {
        text.heading(2, "What helped");
        text.heading(2, "What slowed us");
        text.heading(2, "Changes, with owner and date");
        text.table(List.of("Change", "Owner", "Date"), List.of());
    }

    private void tableOr(String none, List<String> head, List<List<@Nullable String>> rows) {
        if (rows.isEmpty()) {
            text.sentence(none);
        } else {
            text.table(head, rows);
        }
    }

    private static String words(ReportedHandOverView handOver) {
        return handOver.kind() == TimelineKind.LEAD_ACKNOWLEDGED
                ? "acknowledged"
                : handOver.kind() == TimelineKind.LEAD_DECLINED ? "declined" : "offered";
    }

    private static String words(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.replaceAll("\\bcve\\b", "CVE").replaceAll("\\bcra\\b", "CRA");
    }
}
