package dev.cordon.api.view;

import dev.cordon.policy.PolicyDifference;
import dev.cordon.policy.ResponsePolicy;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What differs between two policies, or two versions of one. */
@Type("PolicyDifference")
@Description("What differs between two policies, or two versions of one.")
@DefaultNonNull
public record PolicyDifferenceView(
        @Description("The first one.") PolicyView before,
        @Description("The second one.") PolicyView after,

        @Description(
                "Whether a milestone may start, stop, pause, apply or be due at another time, appear or disappear.")
        boolean movesClocks,

        @Description("What differs of the policy itself: title, source, order of the same milestones.")
        List<@NonNull PropertyDifferenceView> policy,

        @Description("The rules that differ, in the order of the second policy; those it does not have come last.")
        List<@NonNull RuleDifferenceView> rules,

        @Description("What differs of the window in which it wants things made public.")
        List<@NonNull PropertyDifferenceView> disclosureWindow,

        @Description(
                "What differs of the calendar its business days count in: id, zone, days, holidays added, holidays removed.")
        List<@NonNull PropertyDifferenceView> calendar) {
    public static PolicyDifferenceView of(ResponsePolicy before, ResponsePolicy after) {
        PolicyDifference difference = PolicyDifference.between(before, after);
        return new PolicyDifferenceView(
                PolicyView.of(before),
                PolicyView.of(after),
                difference.movesClocks(),
                PropertyDifferenceView.of(difference.policy()),
                difference.rules().stream().map(RuleDifferenceView::of).toList(),
                PropertyDifferenceView.of(difference.disclosureWindow()),
                PropertyDifferenceView.of(difference.calendar()));
    }
}
