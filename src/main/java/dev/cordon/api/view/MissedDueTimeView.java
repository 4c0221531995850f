package dev.cordon.api.view;

import dev.cordon.policy.BreachCause;
import dev.cordon.policy.Overrun;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A due time that passed unmet. */
@Type("MissedDueTime")
@Description("A due time that passed unmet.")
@DefaultNonNull
public record MissedDueTimeView(
        @Description("The due time.") Instant dueAt,

        @Description("Missed, or late from the moment the rule began to apply.")
        BreachCause cause) {
    static MissedDueTimeView of(Overrun overrun) {
        return new MissedDueTimeView(overrun.dueAt(), overrun.cause());
    }
}
