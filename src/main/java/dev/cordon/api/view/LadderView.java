package dev.cordon.api.view;

import dev.cordon.policy.Ladder;
import dev.cordon.policy.ResponsePolicy;
import dev.cordon.policy.Rung;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How open deadlines and unanswered lead offers climb to more people. */
@Type("Ladder")
@Description("How open deadlines and unanswered lead offers climb to more people.")
@DefaultNonNull
public record LadderView(
        @Description("Whether the policy says so itself; if not, it is the default.")
        boolean written,

        @Description("Its rungs, the lowest first.") List<@NonNull LadderRungView> rungs,

        @Description("How long before the due time BEFORE_DUE is; a tenth of the whole time if that is less.")
        Duration beforeDue,

        @Description(
                "After how long a rung calls again for the first time, unless somebody acknowledges it; then twice as long each time.")
        Duration repeatAfter,

        @Description("The longest time between two such calls.")
        Duration longestRepeat,

        @Description(
                "After how long the last rung comes back for the first time, at most; then twice as long each time.")
        Duration againAfter,

        @Description("The longest time between two such returns.")
        Duration longestAgain) {
    static LadderView of(ResponsePolicy policy) {
        Ladder ladder = policy.ladder();
        return new LadderView(
                policy.escalation() != null,
                Arrays.stream(Rung.values())
                        .map(rung -> LadderRungView.of(ladder, rung))
                        .toList(),
                ladder.beforeDue(),
                ladder.repeat().first(),
                ladder.repeat().longest(),
                ladder.again().first(),
                ladder.again().longest());
    }
}
