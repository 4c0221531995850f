package dev.cordon.api;

import dev.cordon.api.live.LiveChanges;
import dev.cordon.api.view.IncidentChangeView;
import dev.cordon.incident.Reference;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Subscriptions: what tells the team that something happened, over graphql-transport-ws. */
@GraphQLApi
public class LiveSubscriptions {
    private final LiveChanges changes;

    LiveSubscriptions(LiveChanges changes) {
        this.changes = changes;
    }

    @Subscription("incidentChanged")
    @Description(
            "What happens in an incident, each event once and in its order. It ends when you may no longer see it.")
    public @NonNull Multi<@NonNull IncidentChangeView> incidentChanged(
            @Name("reference") @Description("Its reference, such as INC-7Q2M4K.") @NonNull String reference,
            @Name("after")
                    @Description(
                            "Sequence of the last event you know. Without it, with one that never was, or if you are"
                                    + " more than 500 behind, the first event is a reload.")
                    @Nullable
                    Integer after) {
        return changes.ofIncident(new Reference(reference), after);
    }

    @Subscription("queueChanged")
    @Description(
            "Always true: a hint to read incidents again, because one that you may see changed. One a second at most.")
    public @NonNull Multi<@NonNull Boolean> queueChanged() {
        return changes.ofQueue();
    }
}
