package dev.cordon.api.view;

import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.RuleReading;
import dev.cordon.policy.Strength;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What one rule makes of an incident's facts now. */
@Type("MilestoneReading")
@Description("What one rule makes of an incident's facts now.")
@DefaultNonNull
public record MilestoneReadingView(
        @Description("Name of the rule.") String name,
        @Description("How binding the rule is.") Strength strength,

        @Description("State at the time of the answer, waivers apart.")
        MilestoneState state,

        @Description("When the clock started; null while it has not.") @Nullable
        Instant startedAt,

        @Description("When it is due; while paused, as if resumed now; null if not started or without a figure.")
        @Nullable
        Instant dueAt,

        @Description("When it was met.") @Nullable Instant stoppedAt) {
    static @org.jspecify.annotations.Nullable MilestoneReadingView of(
            @org.jspecify.annotations.Nullable RuleReading reading) {
        return reading == null
                ? null
                : new MilestoneReadingView(
                        reading.pinned().rule().name(),
                        reading.pinned().rule().strength(),
                        reading.state(),
                        reading.reading().startedAt(),
                        reading.dueAt(),
                        reading.reading().stoppedAt());
    }
}
