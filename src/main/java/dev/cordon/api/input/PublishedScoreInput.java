package dev.cordon.api.input;

import dev.cordon.incident.PublishedIncident.PublishedScore;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A score somebody published. */
@Input("PublishedScoreInput")
@Description("A score somebody published.")
public record PublishedScoreInput(
        @Description("The vector as it was published.") @NonNull
        String vector,

        @Description("The number published with it; refused if the vector gives another.") @Nullable
        BigDecimal publishedScore,

        @Description("Who published it, such as kubernetes or nvd.") @NonNull
        String assignedBy) {
    PublishedScore score() {
        return new PublishedScore(vector, publishedScore, assignedBy);
    }
}
