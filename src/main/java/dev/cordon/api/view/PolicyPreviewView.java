package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What a rebase of one incident would change, if it were done now. */
@Type("PolicyPreview")
@Description("What a rebase of one incident would change, if it were done now.")
@DefaultNonNull
public record PolicyPreviewView(
        @Description("The policy it would replace, in the version the incident follows.")
        PolicyView from,

        @Description("The policy it would follow, as it is now.")
        PolicyView to,

        @Description("What becomes of each milestone: those it would have, in their order, then those that would end.")
        List<@NonNull MilestoneChangeView> changes,

        @Description("The earliest due time that is still to be met, of all policies it follows.") @Nullable
        Instant nextDueBefore,

        @Description("What that would be.") @Nullable Instant nextDueAfter,

        @Description("What the dates that are planned would break.")
        List<@NonNull DisclosureConflictView> conflicts) {}
