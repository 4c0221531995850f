package dev.cordon.api.view;

import dev.cordon.policy.Calendar;
import dev.cordon.policy.ResponsePolicy;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A named, versioned list of deadline rules. */
@Type("Policy")
@Description("A named, versioned list of deadline rules.")
@DefaultNonNull
public record PolicyView(
        @Description("Name of the policy.") @Id String id,
        @Description("Names exactly this content.") String version,
        @Description("What it is.") String title,
        @Description("Where it is written down.") String source,

        @Description("Whether incidents follow it if nobody names another.")
        boolean isDefault,

        @Description("Id of the calendar its business days count in.") @Nullable
        String calendar,

        @Description("Time zone of that calendar.") @Nullable
        String zone,

        @Description("Its rules, in their order.") List<@NonNull MilestoneRuleView> milestones,
        @Description("How its deadlines escalate.") LadderView ladder) {
    public static PolicyView of(ResponsePolicy policy) {
        Calendar calendar = policy.calendar();
        return new PolicyView(
                policy.id(),
                policy.version(),
                policy.title(),
                policy.source(),
                policy.isDefault(),
                calendar == null ? null : calendar.id(),
                calendar == null ? null : calendar.zone().getId(),
                policy.milestones().stream().map(MilestoneRuleView::of).toList(),
                LadderView.of(policy));
    }
}
