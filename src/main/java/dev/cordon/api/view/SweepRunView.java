package dev.cordon.api.view;

import dev.cordon.sweep.SweepRun;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** One pass of the sweep that came to its end. */
@Type("SweepRun")
@Description("One pass of the sweep that came to its end.")
@DefaultNonNull
public record SweepRunView(
        @Description("The process that did it.") String replica,
        @Description("When it began.") Instant startedAt,
        @Description("When it ended.") Instant finishedAt,
        @Description("How many incidents it looked at.") int incidents,
        @Description("How many breaches it recorded.") int breaches,
        @Description("How many rungs it told of.") int escalations) {
    public static SweepRunView of(SweepRun run) {
        return new SweepRunView(
                run.replica(), run.startedAt(), run.finishedAt(), run.incidents(), run.breaches(), run.escalations());
    }
}
