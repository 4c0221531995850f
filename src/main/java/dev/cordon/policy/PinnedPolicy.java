package dev.cordon.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One policy as one incident follows it; {@code addedAt} is none for the base policy. */
public record PinnedPolicy(ResponsePolicy policy, @Nullable Instant addedAt) {
    /** Its rules, in their order. */
    public List<PinnedRule> rules() {
        return policy.milestones().stream().map(this::rule).toList();
    }

    PinnedRule rule(MilestoneRule rule) {
        return new PinnedRule(rule, policy.calendar(), addedAt);
    }
}
