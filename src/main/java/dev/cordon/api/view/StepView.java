package dev.cordon.api.view;

import dev.cordon.policy.Step;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One step of how a due time came about. */
@Type("Step")
@Description("One step of how a due time came about.")
@DefaultNonNull
public record StepView(
        @Description("The step in plain words.") String text,

        @Description("The instant it arrives at, if it arrives at one.") @Nullable
        Instant at) {
    public static StepView of(Step step) {
        return new StepView(step.text(), step.at());
    }
}
