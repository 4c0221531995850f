package dev.cordon.api.live;

import dev.cordon.access.Credential;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.IncidentChangeView;
import dev.cordon.database.Notifications;
import dev.cordon.incident.Reference;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everybody on this replica who follows incidents or the queue. The database's messages only wake them: each then reads the
 * tables as themselves. While no message can arrive they look for themselves every few seconds, and now and
 * then even if it can.
 */
@ApplicationScoped
public class LiveChanges implements Notifications.Listener {
    private static final Duration LOOK_DEAF = Duration.ofSeconds(3);

    /** Every so many looks, also while messages arrive. */
    private static final int LOOK_ANYWAY = 10;

    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Ending ending;
    private final Notifications notifications;
    private final LiveWorkers workers;
    private final Vertx vertx;
    private final Map<Long, Set<Feed<IncidentChangeView>>> incidents = new ConcurrentHashMap<>();
    private final Map<QueueSource, Feed<Boolean>> queues = new ConcurrentHashMap<>();
    private long looks;

    LiveChanges(
            Transactions transactions,
            SecurityIdentity identity,
            Ending ending,
            Notifications notifications,
            LiveWorkers workers,
            Vertx vertx) {
        this.transactions = transactions;
        this.identity = identity;
        this.ending = ending;
        this.notifications = notifications;
        this.workers = workers;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent start) {
        notifications.add(this);
        vertx.setPeriodic(LOOK_DEAF.toMillis(), tick -> look());
    }

    /**
     * What happens in an incident after this place, for the person of the current request.
     *
     * @param after sequence of the last event they know; none for a reload first
     * @throws dev.cordon.incident.IncidentNotFoundException if there is none that they may see
     */
    public Multi<IncidentChangeView> ofIncident(Reference reference, @Nullable Integer after) {
        IncidentSource source = IncidentSource.begin(transactions, credential(), reference, after);
        Ending.Reason reason = ending.reason();
        return Multi.createFrom().publisher(reader -> {
            long incident = source.incident();
            Feed<IncidentChangeView> feed =
                    new Feed<>(source, reason.toldTo(reader), workers, self -> remove(incident, self));
            incidents.compute(incident, (id, feeds) -> with(feed, feeds));
            reader.onSubscribe(feed);
        });
    }

    /**
     * Hints that the queue of the person of the current request may have changed.
     *
     * @throws dev.cordon.access.ForbiddenException if they do not work on incidents
     */
    public Multi<Boolean> ofQueue() {
        QueueSource source = QueueSource.begin(transactions, credential());
        Ending.Reason reason = ending.reason();
        return Multi.createFrom().publisher(reader -> {
            Feed<Boolean> feed = new Feed<>(source, reason.toldTo(reader), workers, self -> queues.remove(source));
            source.wakeBy(wait -> vertx.setTimer(wait.toMillis() + 1, timer -> feed.wake()));
            queues.put(source, feed);
            reader.onSubscribe(feed);
        });
    }

    @Override
    public void heard(Set<String> messages) {
        Set<Long> changed = messages.stream().map(Long::valueOf).collect(Collectors.toSet());
        changed.forEach(incident -> incidents.getOrDefault(incident, Set.of()).forEach(Feed::wake));
        queues.forEach((source, feed) -> {
            source.changed(changed);
            feed.wake();
        });
    }

    @Override
    public void missedSome() {
        wakeIncidents();
        queues.forEach((source, feed) -> {
            source.missedSome();
            feed.wake();
        });
    }

    private void look() {
        if (!notifications.areHeard() || ++looks % LOOK_ANYWAY == 0) {
            wakeIncidents();
        }
        incidents.values().forEach(feeds -> feeds.forEach(Feed::retry));
        queues.values().forEach(Feed::retry);
    }

    private void wakeIncidents() {
        incidents.values().forEach(feeds -> feeds.forEach(Feed::wake));
    }

    private void remove(long incident, Feed<IncidentChangeView> feed) {
        incidents.computeIfPresent(incident, (id, feeds) -> {
            feeds.remove(feed);
            return feeds.isEmpty() ? null : feeds;
        });
    }

    private static Set<Feed<IncidentChangeView>> with(
            Feed<IncidentChangeView> feed, @Nullable Set<Feed<IncidentChangeView>> feeds) {
        Set<Feed<IncidentChangeView>> more = feeds == null ? ConcurrentHashMap.newKeySet() : feeds;
        more.add(feed);
        return more;
    }

    private @Nullable Credential credential() {
        return identity.getCredential(Credential.class);
    }
}
