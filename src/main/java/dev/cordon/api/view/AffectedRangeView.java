package dev.cordon.api.view;

import dev.cordon.incident.AffectedRange;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The versions of one component that have the vulnerability. */
@Type("AffectedRange")
@Description("The versions of one component that have the vulnerability.")
@DefaultNonNull
public record AffectedRangeView(
        @Description("The component.") String component,

        @Description("First version that has it; 0 for all before.") @Nullable
        String introduced,

        @Description("First version that no longer has it.") @Nullable
        String fixed,

        @Description("Last version known to have it.") @Nullable
        String lastAffected) {
    public static AffectedRangeView of(AffectedRange range) {
        return new AffectedRangeView(range.component(), range.introduced(), range.fixed(), range.lastAffected());
    }
}
