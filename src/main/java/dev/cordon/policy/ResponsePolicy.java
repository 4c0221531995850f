package dev.cordon.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named list of deadline rules with the calendar they count in. Business days without a calendar, or two rules of one
 * key, are an {@link IllegalArgumentException}. Whether it is the default is no part of its version.
 *
 * @param escalation how its deadlines escalate; none if it leaves that to {@link Ladder#DEFAULT}
 */
public record ResponsePolicy(
        String id,
        String title,
        String source,
        boolean isDefault,
        @Nullable Calendar calendar,
        List<MilestoneRule> milestones,
        @Nullable DisclosureWindow disclosureWindow,
        @Nullable Ladder escalation) {
    /** Id of the policies made for one incident each, agreed with its reporter. No file may use it. */
    public static final String AGREED = "reporter-deadline";

    public ResponsePolicy {
        milestones = List.copyOf(milestones);
        if (calendar == null && milestones.stream().anyMatch(MilestoneRule::countsBusinessDays)) {
            throw new IllegalArgumentException("Policy " + id + " counts business days without a calendar");
        }
        if (milestones.stream().map(MilestoneRule::key).distinct().count() < milestones.size()) {
            throw new IllegalArgumentException("Policy " + id + " has two milestones of one key");
        }
    }

    /** One that says nothing of escalation. */
    public ResponsePolicy(
            String id,
            String title,
            String source,
            boolean isDefault,
            @Nullable Calendar calendar,
            List<MilestoneRule> milestones,
            @Nullable DisclosureWindow disclosureWindow) {
        this(id, title, source, isDefault, calendar, milestones, disclosureWindow, null);
    }

    /** How its deadlines escalate, whether it says so itself or not. */
    public Ladder ladder() {
        return escalation == null ? Ladder.DEFAULT : escalation;
    }

    /** The name of exactly this content: the first 12 hexadecimal digits of the SHA-256 of {@link #document()}. */
    public String version() {
        return ContentVersion.of(document());
    }

    /** This policy alone, with its calendar, as a policy file in canonical form; reading it gives an equal policy. */
    public String document() {
        return new PolicyDocument(this).text();
    }

    /** The same policy, as the default or not. */
    public ResponsePolicy asDefault(boolean whether) {
        return new ResponsePolicy(id, title, source, whether, calendar, milestones, disclosureWindow, escalation);
    }

    /** The same rules counted in another calendar. */
    public ResponsePolicy in(Calendar other) {
        return new ResponsePolicy(id, title, source, isDefault, other, milestones, disclosureWindow, escalation);
    }

    /** The rule of that key; empty if there is none. */
    public Optional<MilestoneRule> milestone(String key) {
        return milestones.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }
}
