package dev.cordon.api.view;

import dev.cordon.policy.MilestoneChange;
import dev.cordon.policy.RuleReading;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A due time that would be another one if its incident were rebased. */
@Type("MovedDueTime")
@Description("A due time that would be another one if its incident were rebased.")
@DefaultNonNull
public record MovedDueTimeView(
        @Description("Reference of the incident.") String reference,
        @Description("Id of the policy.") String policy,
        @Description("Key of the milestone.") String milestone,

        @Description("Name of the milestone, the newer one if it differs.")
        String name,

        @Description("When it is due now.") Instant before,
        @Description("When it would be due.") Instant after) {
    /** A change that has a due time before and after. */
    public static MovedDueTimeView of(String reference, String policy, MilestoneChange change) {
        RuleReading after = Objects.requireNonNull(change.after());
        return new MovedDueTimeView(
                reference,
                policy,
                change.key(),
                after.pinned().rule().name(),
                Objects.requireNonNull(Objects.requireNonNull(change.before()).dueAt()),
                Objects.requireNonNull(after.dueAt()));
    }
}
