package dev.cordon.api.view;

import dev.cordon.incident.ImportOutcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What became of one published incident that was brought in. */
@Type("ImportOutcome")
@Description("What became of one published incident that was brought in.")
@DefaultNonNull
public record ImportOutcomeView(
        @Description("The CVE as it was given.") @Nullable String cve,

        @Description("Reference of the incident it is now.") String reference,

        @Description("Whether it had been brought in before; nothing was changed then.")
        boolean alreadyThere,

        @Description("What could not be brought in, each with its reason.")
        List<@NonNull String> problems) {
    public static ImportOutcomeView of(ImportOutcome outcome) {
        return new ImportOutcomeView(
                outcome.cve(), outcome.reference().text(), outcome.alreadyThere(), outcome.problems());
    }
}
