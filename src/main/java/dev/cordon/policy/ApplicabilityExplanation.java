package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The story of one {@link Applicability}: what the rule asks for, and when that was so. */
record ApplicabilityExplanation(PinnedRule pinned, Applicability applicability) {

    List<Step> steps(Instant end) {
        List<Step> steps = new ArrayList<>();
        if (pinned.addedAt() != null) {
            steps.add(new Step("From then on the incident follows this policy.", pinned.addedAt()));
        }
        condition("It applies when ", pinned.rule().when(), steps);
        condition("It does not apply when ", pinned.rule().unless(), steps);
        applicability.periods().forEach(period -> steps.addAll(period(period, end)));
        if (!applicability.everBy(end)) {
            steps.add(new Step("It has not applied so far, so it waits.", null));
        }
        return steps;
    }

    private static void condition(String opening, @Nullable Condition condition, List<Step> steps) {
        if (condition != null) {
            steps.add(new Step(opening + condition + ".", null));
        }
    }

    private static List<Step> period(Applicability.Period period, Instant end) {
        List<Step> steps = new ArrayList<>();
        if (period.from().isAfter(Instant.MIN) && !period.from().isAfter(end)) {
            steps.add(new Step("It began to apply.", period.from()));
        }
        if (period.to() != null && !period.to().isAfter(end)) {
            steps.add(new Step("It ceased to apply.", period.to()));
        }
        return steps;
    }
}
