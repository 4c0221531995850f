package dev.cordon.api.view;

import dev.cordon.policy.DifferenceKind;
import dev.cordon.policy.RuleDifference;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One rule that differs between two policies. */
@Type("RuleDifference")
@Description("One rule that differs between two policies.")
@DefaultNonNull
public record RuleDifferenceView(
        @Description("Key of the rule.") String key,

        @Description("Name of the rule, the newer one if it differs.")
        String name,

        @Description("What became of it.") DifferenceKind kind,

        @Description("Whether a milestone of it may start, stop, pause, apply or be due at another time.")
        boolean movesClock,

        @Description(
                "What differs: duration, of, since, until, when, unless, pauseWhile, roll, calendar, zone, name, strength,"
                        + " source.")
        List<@NonNull PropertyDifferenceView> properties) {
    static RuleDifferenceView of(RuleDifference difference) {
        return new RuleDifferenceView(
                difference.key(),
                difference.name(),
                difference.kind(),
                difference.movesClock(),
                PropertyDifferenceView.of(difference.properties()));
    }
}
