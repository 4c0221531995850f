package dev.cordon.api.input;

import dev.cordon.incident.AffectedRange;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The versions of one component that have the vulnerability. */
@Input("AffectedRangeInput")
@Description("The versions of one component that have the vulnerability.")
public record AffectedRangeInput(
        @Description("The component.") @NonNull String component,

        @Description("First version that has it; 0 for all before.") @Nullable
        String introduced,

        @Description("First version that no longer has it.") @Nullable
        String fixed,

        @Description("Last version known to have it.") @Nullable
        String lastAffected) {
    AffectedRange range() {
        return new AffectedRange(component, introduced, fixed, lastAffected);
    }
}
