package dev.cordon.api.view;

import dev.cordon.policy.Condition;
import dev.cordon.policy.FactKind;
import dev.cordon.policy.MilestoneRule;
import dev.cordon.policy.Strength;
import dev.cordon.policy.WaitingOn;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One deadline rule of a policy. */
@Type("MilestoneRule")
@Description("One deadline rule of a policy.")
@DefaultNonNull
public record MilestoneRuleView(
        @Description("Key of the rule, unique in its policy.")
        String key,

        @Description("Name of the rule.") String name,

        @Description("How it counts, such as: within 24 hours of REPORT_RECEIVED.")
        String clock,

        @Description("The facts that stop its clock.") List<@NonNull FactKind> until,

        @Description("Whether all of them are needed; one is enough otherwise.")
        boolean untilAll,

        @Description("Condition under which alone it applies.") @Nullable
        String when,

        @Description("Condition under which it does not apply.") @Nullable
        String unless,

        @Description("The wait during which its clock pauses.") @Nullable
        WaitingOn pauseWhile,

        @Description("Whether a due time on a weekend moves to Monday.")
        boolean rollsWeekendToMonday,

        @Description("How binding it is.") Strength strength,

        @Description("Whether a notice that stops its clock is approved by a second person before it is sent.")
        boolean secondPerson,

        @Description("Where the rule is written down.") @Nullable
        String source) {
    public static MilestoneRuleView of(MilestoneRule rule) {
        return new MilestoneRuleView(
                rule.key(),
                rule.name(),
                rule.clock().toString(),
                rule.until(),
                rule.untilAll(),
                text(rule.when()),
                text(rule.unless()),
                rule.pauseWhile(),
                rule.rollsWeekendToMonday(),
                rule.strength(),
                rule.secondPerson(),
                rule.source());
    }

    private static String text(@org.jspecify.annotations.Nullable Condition condition) {
        return condition == null ? null : condition.toString();
    }
}
