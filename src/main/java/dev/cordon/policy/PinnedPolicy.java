package dev.cordon.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One policy as one incident follows it; {@code addedAt} is none for the base policy. */
public record PinnedPolicy(ResponsePolicy policy, @Nullable Instant addedAt) {
    PinnedRule rule(MilestoneRule rule) {
        return new PinnedRule(rule, policy.calendar(), addedAt);
    }
}
