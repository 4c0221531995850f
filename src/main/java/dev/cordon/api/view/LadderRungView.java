package dev.cordon.api.view;

import dev.cordon.policy.Addressee;
import dev.cordon.policy.Ladder;
import dev.cordon.policy.Rung;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** One rung of a ladder: whom it is addressed to. */
@Type("LadderRung")
@Description("One rung of a ladder.")
@DefaultNonNull
public record LadderRungView(
        @Description("The rung.") Rung rung,

        @Description("Whom it is addressed to; nobody if the ladder leaves it out.")
        List<@NonNull Addressee> concerned,

        @Description("Of a lead offer: how long after it was made.") @Nullable
        Duration after) {
    static LadderRungView of(Ladder ladder, Rung rung) {
        return new LadderRungView(rung, ladder.told(rung), ladder.offered().get(rung));
    }
}
