package dev.cordon.api.view;

import dev.cordon.policy.MilestoneState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone reads at an instant.
 *
 * @param dueAt as shown: while paused, as if resumed now
 */
public record MilestoneReading(
        MilestoneState state, boolean atRisk, @Nullable Instant dueAt) {}
