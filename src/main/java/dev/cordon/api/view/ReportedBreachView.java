package dev.cordon.api.view;

import dev.cordon.policy.BreachCause;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A missed deadline of the incident, as a report tells it. */
@Type("ReportedBreach")
@Description("A missed deadline of the incident, as a report tells it.")
@DefaultNonNull
public record ReportedBreachView(
        @Description("Id of the policy whose rule was broken.")
        String policy,

        @Description("Key of the rule.") String milestone,
        @Description("Name of the rule.") String name,
        @Description("The due time that was missed.") Instant breachedAt,

        @Description("Missed, or late from the moment the rule began to apply.")
        BreachCause cause,

        @Description("When the milestone was met after all.") @Nullable
        Instant metLateAt,

        @Description("Why the deadline was missed; null if nobody said so yet.") @Nullable
        String explanation,

        @Description("Whether a correction showed that there was no breach.")
        boolean withdrawn,

        @Description("Why it was withdrawn.") @Nullable String withdrawnReason) {
    public static ReportedBreachView of(BreachView breach) {
        return new ReportedBreachView(
                breach.policy(),
                breach.milestone(),
                breach.name(),
                breach.breachedAt(),
                breach.cause(),
                breach.metLateAt(),
                breach.explanation(),
                breach.withdrawn(),
                breach.withdrawnReason());
    }
}
