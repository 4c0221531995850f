package dev.cordon.api.socket;

import dev.cordon.access.Standing;
import dev.cordon.access.Standing.Held;
import dev.cordon.api.live.LiveWorkers;
import dev.cordon.door.Budgets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All sockets of this replica: how many somebody may have, whether those who opened them still stand, and the end of all of
 * them when the replica stops.
 */
@ApplicationScoped
class Sockets {
    private static final Logger LOG = Logger.getLogger(Sockets.class);

    /** How long a client may take to agree that the socket is closed. */
    static final Duration FAREWELL = Duration.ofSeconds(1);

    /** Whoever was shut out is out at the next look, so twice as often as five seconds allow. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int MOST_OF_ONE_CREDENTIAL = 10;

    private final Vertx vertx;
    private final LiveWorkers workers;
    private final Greeting greeting;
    private final Engine engine;
    private final Standing standing;
    private final Budgets budgets;
    private final SocketTimes times;
    private final Set<Socket> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<UUID, Set<Socket>> ofCredential = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Sockets(
            Vertx vertx,
            LiveWorkers workers,
            Greeting greeting,
            Engine engine,
            Standing standing,
            Budgets budgets,
            SocketTimes times) {
        this.vertx = vertx;
        this.workers = workers;
        this.greeting = greeting;
        this.engine = engine;
        this.standing = standing;
        this.budgets = budgets;
        this.times = times;
    }

    void begin(@Observes StartupEvent start) {
        vertx.setPeriodic(LOOK.toMillis(), tick -> look());
    }

    void drain(@Observes ShutdownDelayInitiatedEvent stop) {
        closeAll();
    }

    void end(@Observes ShutdownEvent stop) {
        closeAll();
    }

    void add(Socket socket) {
        all.add(socket);
        socket.begin();
        later(times.greeting(), socket::closeIfNotGreeted);
        if (stopping) {
            socket.close(CloseCode.GOING_AWAY);
        }
    }

    /** Whether somebody may have one more. */
    boolean admit(Socket socket, Held held) {
        Set<Socket> theirs = ofCredential.compute(credential(held), (id, sockets) -> {
            Set<Socket> more = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
            if (more.size() < MOST_OF_ONE_CREDENTIAL) {
                more.add(socket);
            }
            return more;
        });
        return theirs.contains(socket);
    }

    void remove(Socket socket) {
        all.remove(socket);
        Held held = socket.held();
        if (held != null) {
            ofCredential.computeIfPresent(credential(held), (id, sockets) -> {
                sockets.remove(socket);
                return sockets.isEmpty() ? null : sockets;
            });
        }
    }

    /** What to tell somebody who begins operations too often; nothing if they may. */
    Optional<String> overBudget(@Nullable Held held) {
        return Optional.ofNullable(held)
                .flatMap(who -> budgets.take(Budgets.CALLER, "socket " + credential(who)))
                .map(wait -> "Too many requests. Try again in " + wait.toSeconds() + " s.");
    }

    /** Does what may wait for the database, on another thread. */
    <T> Future<T> elsewhere(Callable<T> work) {
        Promise<T> done = Promise.promise();
        workers.accept(() -> {
            try {
                done.complete(work.call());
            } catch (Exception failure) {
                done.fail(failure);
            }
        });
        return done.future();
    }

    void later(Duration wait, Runnable work) {
        vertx.setTimer(wait.toMillis(), timer -> work.run());
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /** How many messages all clients have yet to take. */
    int waiting() {
        return all.stream().mapToInt(Socket::waiting).sum();
    }

    SocketTimes times() {
        return times;
    }

    Greeting greeting() {
        return greeting;
    }

    Engine engine() {
        return engine;
    }

    private void look() {
        if (all.isEmpty()) {
            return;
        }
        all.forEach(Socket::beat);
        // Not by the workers: whoever keeps them busy would keep the others in.
        vertx.executeBlocking(this::closeThoseShutOut, false)
                .onFailure(failure -> LOG.warnf(
                        "Could not ask who of the sockets still stands: %s",
                        failure.getClass().getSimpleName()));
    }

    private int closeThoseShutOut() {
        List<Socket> greeted =
                all.stream().filter(socket -> socket.held() != null).toList();
        Set<Held> standingStill = standing.of(greeted.stream().map(Socket::held).toList());
        List<Socket> out = greeted.stream()
                .filter(socket -> !standingStill.contains(socket.held()))
                .toList();
        out.forEach(socket -> socket.close(CloseCode.UNAUTHORIZED));
        return out.size();
    }

    private void closeAll() {
        stopping = true;
        List<Future<Void>> closing =
                all.stream().map(socket -> socket.close(CloseCode.GOING_AWAY)).toList();
        try {
            Future.join(closing)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("Some sockets did not say farewell");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** By what they are counted: the session or token they came by, or they themselves. */
    private static UUID credential(Held held) {
        UUID credential = held.viewer().credentialId();
        return credential == null ? Objects.requireNonNull(held.viewer().id()) : credential;
    }
}
