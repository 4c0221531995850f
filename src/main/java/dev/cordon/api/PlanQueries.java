package dev.cordon.api;

import dev.cordon.api.reading.ConflictReader;
import dev.cordon.api.view.DisclosureConflictView;
import dev.cordon.incident.Reference;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries about dates that are not planned yet. */
@GraphQLApi
public class PlanQueries {
    private final ConflictReader conflicts;

    PlanQueries(ConflictReader conflicts) {
        this.conflicts = conflicts;
    }

    @Query("checkDisclosureDate")
    @Description("Everything that would be broken if the incident were to become public then; empty for a good date. "
            + "Changes nothing.")
    public @NonNull List<@NonNull DisclosureConflictView> checkDisclosureDate(
            @Name("reference") @Description("Reference of the incident.") @NonNull String reference,
            @Name("at") @Description("The date to be checked.") @NonNull Instant at) {
        return conflicts.ofDisclosure(new Reference(reference), at);
    }
}
