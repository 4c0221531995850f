package dev.cordon.api.report;

import dev.cordon.api.view.BreachView;
import dev.cordon.api.view.FactView;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneView;
import dev.cordon.incident.CloseReason;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the record of an incident leaves unsaid and a retrospective should ask. Of what happened, never of who did it. */
final class OpenQuestions {
    private static final Set<FactKind> MEASURES = Set.of(FactKind.MEASURE_AVAILABLE, FactKind.FIX_RELEASED);

    private OpenQuestions() {}

    static List<String> of(IncidentView incident) {
        List<String> questions = new ArrayList<>();
        incident.breaches().stream()
                .filter(breach -> !breach.withdrawn() && breach.explanation() == null)
                .map(OpenQuestions::unexplained)
                .forEach(questions::add);
        incident.milestones().stream()
                .filter(milestone -> milestone.state() == MilestoneState.BREACHED)
                .map(OpenQuestions::overdue)
                .forEach(questions::add);
        if (incident.severity() == null && isOurs(incident)) {
            questions.add("How severe was it? No score was recorded.");
        }
        if (isOurs(incident) && incident.facts().stream().noneMatch(OpenQuestions::isMeasure)) {
            questions.add("What protects users? Neither a measure nor a released fix was recorded.");
        }
        return questions;
    }

    private static String unexplained(BreachView breach) {
        return "Why was \"" + breach.name() + "\" missed at " + Words.of(breach.breachedAt()) + "?";
    }

    private static String overdue(MilestoneView milestone) {
        return "What is needed for \"" + milestone.name() + "\", due since " + Words.of(milestone.dueAt()) + "?";
    }

    private static boolean isMeasure(FactView fact) {
        return fact.inForce() && MEASURES.contains(fact.kind());
    }

    private static boolean isOurs(IncidentView incident) {
        return incident.closeReason() == null || incident.closeReason() == CloseReason.RESOLVED;
    }
}
