package dev.cordon.api.view;

import dev.cordon.policy.ConflictKind;
import dev.cordon.policy.DisclosureConflict;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One thing that a date would break if it were planned now. */
@Type("DisclosureConflict")
@Description("One thing that a date would break if it were planned now.")
@DefaultNonNull
public record DisclosureConflictView(
        @Description("In what way it is a bad date.") ConflictKind kind,

        @Description("Id of the policy that says so; null for a date in the past.") @Nullable
        String policy,

        @Description("Key of the milestone that would be missed, if it is a deadline.") @Nullable
        String milestone,

        @Description("What is wrong, in plain words.") String message,

        @Description("The due time that would be missed.") @Nullable
        Instant dueAt) {
    public static DisclosureConflictView of(DisclosureConflict conflict) {
        return new DisclosureConflictView(
                conflict.kind(), conflict.policy(), conflict.milestone(), conflict.message(), conflict.dueAt());
    }
}
