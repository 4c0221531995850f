package dev.cordon.api.view;

import dev.cordon.policy.MilestoneChange;
import dev.cordon.policy.MilestoneChangeKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What a rebase would make of one milestone. */
@Type("MilestoneChange")
@Description("What a rebase would make of one milestone.")
@DefaultNonNull
public record MilestoneChangeView(
        @Description("Key of the rule.") String key,

        @Description("Name of the rule, the new one if it has another then.")
        String name,

        @Description("What becomes of it.") MilestoneChangeKind kind,

        @Description("What it reads under the policy followed now; null if it has no such rule.") @Nullable
        MilestoneReadingView before,

        @Description("What it would read; null if the policy to follow has no such rule.") @Nullable
        MilestoneReadingView after,

        @Description("By how much its due time would move, negative if to an earlier one; null if there are not both.")
        @Nullable
        Duration movedBy,

        @Description("The breaches that the rebase would record at once.")
        List<@NonNull MissedDueTimeView> breachesAtOnce,

        @Description("The breaches that stand now. A rebase withdraws none.")
        List<@NonNull MissedDueTimeView> breachesThatStand) {
    public static MilestoneChangeView of(MilestoneChange change) {
        MilestoneReadingView before = MilestoneReadingView.of(change.before());
        MilestoneReadingView after = MilestoneReadingView.of(change.after());
        return new MilestoneChangeView(
                change.key(),
                after != null ? after.name() : before.name(),
                change.kind(),
                before,
                after,
                change.movedBy(),
                change.breachesAtOnce().stream().map(MissedDueTimeView::of).toList(),
                change.breachesThatStand().stream().map(MissedDueTimeView::of).toList());
    }
}
