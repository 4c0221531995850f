package dev.cordon.api.socket;

import dev.cordon.access.DomainException;
import dev.cordon.access.Standing.Held;
import dev.cordon.door.GraphQLRequestForm;
import io.netty.channel.ChannelHandlerContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket that speaks graphql-transport-ws. What the client sends is handled on the connection's own thread, one message
 * after the other; what waits for the database is done elsewhere.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>
 */
final class Socket {
    private static final int MOST_OPERATIONS = 20;

    private enum State {
        NEW,
        GREETING,
        OPEN,
        CLOSED
    }

    private final RoutingContext upgrade;
    private final ServerWebSocket connection;
    private final Sockets sockets;
    private final Pulse pulse;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private volatile @Nullable SecurityIdentity identity;
    private volatile @Nullable Held held;

    Socket(RoutingContext upgrade, ServerWebSocket connection, Sockets sockets) {
        this.upgrade = upgrade;
        this.connection = connection;
        this.sockets = sockets;
        this.pulse = new Pulse(sockets.times());
    }

    void begin() {
        connection.closeHandler(closed -> closed());
        connection.exceptionHandler(broken -> close(CloseCode.TOO_BIG));
        connection.pongHandler(pong -> pulse.heard());
        connection.binaryMessageHandler(bytes -> close(CloseCode.MALFORMED));
        connection.textMessageHandler(this::hear);
    }

    /** Who opened it; nobody before they were greeted. */
    @Nullable
    Held held() {
        return held;
    }

    /** How many messages are on their way to it. */
    int waiting() {
        return pulse.waiting();
    }

    /** Asks whether anybody is still there, and closes if nobody answers, or takes what is sent. */
    void beat() {
        if (pulse.isStuck()) {
            close(CloseCode.TOO_SLOW);
        } else if (pulse.isSilent()) {
            cutOff();
        } else if (pulse.wantsPing() && !connection.isClosed()) {
            connection.writePing(Buffer.buffer());
        }
    }

    Future<Void> send(Message message) {
        if (isClosed() || connection.isClosed()) {
            return Future.failedFuture("closed");
        }
        pulse.beginsToWrite();
        return connection.writeTextMessage(message.json()).onComplete(written -> pulse.hasWritten());
    }

    /** Says why, and does not wait long for the client to agree. */
    Future<Void> close(CloseCode why) {
        if (isClosed()) {
            return Future.succeededFuture();
        }
        closed();
        sockets.later(Sockets.FAREWELL, this::cutOff);
        return connection.close(why.code, why.reason);
    }

    /** An operation came to its end by itself. */
    void ended(String id, Operation operation) {
        operations.remove(id, operation);
    }

    void closeIfNotGreeted() {
        if (state.get() == State.NEW || state.get() == State.GREETING) {
            close(CloseCode.INITIALISATION_TIMEOUT);
        }
    }

    private void hear(String text) {
        pulse.heard();
        pauseWhileFull();
        if (!isClosed()) {
            Message.parse(text).ifPresentOrElse(this::handle, () -> close(CloseCode.MALFORMED));
        }
    }

    /** A client that asks and never reads the answers is not heard until it does. */
    private void pauseWhileFull() {
        if (connection.writeQueueFull()) {
            connection.pause();
            connection.drainHandler(drained -> connection.resume());
        }
    }

    private void handle(Message message) {
        switch (message.type()) {
            case Message.INIT -> greet(message);
            case Message.PING -> send(Message.of(Message.PONG));
            case Message.PONG -> {}
            case Message.SUBSCRIBE -> subscribe(message);
            case Message.COMPLETE -> complete(message);
            default -> close(CloseCode.MALFORMED);
        }
    }

    private void greet(Message first) {
        if (!state.compareAndSet(State.NEW, State.GREETING)) {
            close(CloseCode.TOO_MANY_INITIALISATIONS);
            return;
        }
        sockets.greeting()
                .identity(upgrade, first)
                .subscribe()
                .with(who -> lookUp(who), refused -> close(CloseCode.FORBIDDEN));
    }

    private void lookUp(@Nullable SecurityIdentity who) {
        if (who == null || who.isAnonymous()) {
            close(CloseCode.FORBIDDEN);
            return;
        }
        sockets.elsewhere(() -> sockets.greeting().held(who))
                .onSuccess(found -> open(who, found))
                .onFailure(failure ->
                        close(failure instanceof DomainException ? CloseCode.FORBIDDEN : CloseCode.TRY_LATER));
    }

    private void open(SecurityIdentity who, Held found) {
        if (!found.viewer().isSignedIn()) {
            close(CloseCode.FORBIDDEN);
            return;
        }
        identity = who;
        held = found;
        boolean admitted = sockets.admit(this, found);
        if (!admitted) {
            close(CloseCode.TOO_MANY_SOCKETS);
        } else if (state.compareAndSet(State.GREETING, State.OPEN)) {
            send(Message.of("connection_ack"));
        } else {
            sockets.remove(this);
        }
    }

    private void subscribe(Message message) {
        if (state.get() != State.OPEN) {
            close(CloseCode.UNAUTHORIZED);
        } else if (!message.hasId()) {
            close(CloseCode.MALFORMED);
        } else if (operations.containsKey(message.id())) {
            close(CloseCode.SUBSCRIBER_EXISTS);
        } else {
            refusal(message).ifPresentOrElse(this::send, () -> begin(message));
        }
    }

    private Optional<Message> refusal(Message message) {
        if (operations.size() >= MOST_OPERATIONS) {
            return Optional.of(Message.error(
                    message.id(),
                    "too-many-subscriptions",
                    "A WebSocket has " + MOST_OPERATIONS + " subscriptions at most. Complete one first."));
        }
        Optional<String> objection = GraphQLRequestForm.objectionTo(String.valueOf(message.payload()));
        return objection
                .map(text -> Message.error(message.id(), "malformed-request", text))
                .or(() -> sockets.overBudget(held).map(text -> Message.error(message.id(), "too-many-requests", text)));
    }

    private void begin(Message message) {
        Operation operation = new Operation(this, message.id());
        operations.put(message.id(), operation);
        if (isClosed()) {
            operation.cancel();
            return;
        }
        sockets.elsewhere(() -> sockets.engine().run(identity, message.object()))
                .onSuccess(operation::begin)
                .onFailure(operation::onError);
    }

    private void complete(Message message) {
        Operation operation = message.hasId() ? operations.remove(message.id()) : null;
        if (operation != null) {
            operation.cancel();
        }
    }

    private boolean isClosed() {
        return state.get() == State.CLOSED;
    }

    private void closed() {
        state.set(State.CLOSED);
        sockets.remove(this);
        operations.values().forEach(Operation::cancel);
        operations.clear();
    }

    /** Past Vert.x, which would say farewell first and wait until even that is taken by whoever takes nothing. */
    private void cutOff() {
        closed();
        ChannelHandlerContext nearest = ((ConnectionBase) upgrade.request().connection())
                .channel()
                .pipeline()
                .firstContext();
        if (nearest != null) {
            nearest.close();
        }
    }
}
