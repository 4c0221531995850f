package dev.cordon.api.view;

import dev.cordon.policy.PropertyDifference;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One property that differs between two policies. */
@Type("PropertyDifference")
@Description("One property that differs between two policies.")
@DefaultNonNull
public record PropertyDifferenceView(
        @Description("Its name, such as duration, until or zone.")
        String property,

        @Description("What it says in the first one; null if it is not there.") @Nullable
        String before,

        @Description("What it says in the second one; null if it is not there.") @Nullable
        String after) {
    static List<PropertyDifferenceView> of(List<PropertyDifference> differences) {
        return differences.stream()
                .map(each -> new PropertyDifferenceView(each.property(), each.before(), each.after()))
                .toList();
    }
}
