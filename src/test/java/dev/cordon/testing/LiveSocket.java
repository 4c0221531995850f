package dev.cordon.testing;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A client of subscriptions: a real WebSocket that speaks graphql-transport-ws, or whatever a test makes it say. */
public final class LiveSocket implements AutoCloseable, WebSocket.Listener {
    public static final String PROTOCOL = "graphql-transport-ws";

    private static final int PATIENCE = 30;

    /** Stands behind the last message. */
    private static final JsonObject END = new JsonObject();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The server closed the socket and said nothing more. */
    public static final class ClosedException extends RuntimeException {
        private final int code;

        private ClosedException(int code) {
            super("Closed with " + code);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<JsonObject> others = new LinkedBlockingQueue<>();
    private final Map<String, Following> followings = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket connection;
    private int ids;

    private LiveSocket() {}

    /** Opens one to the server under test as somebody, and is greeted. */
    public static LiveSocket open(GraphQL who) {
        return open(who, RestAssured.port);
    }

    public static LiveSocket open(GraphQL who, int port) {
        Map<String, String> headers = new HashMap<>(who.headers());
        if (headers.containsKey("Cookie")) {
            headers.put("Origin", "http://localhost:" + port);
        }
        LiveSocket socket = connect(port, headers, PROTOCOL);
        socket.greet(Map.of());
        return socket;
    }

    /** Opens one and says nothing yet. */
    public static LiveSocket connect(Map<String, String> headers, String... protocols) {
        return connect(RestAssured.port, headers, protocols);
    }

    /** @throws CompletionException with the handshake's answer, if it is refused */
    public static LiveSocket connect(int port, Map<String, String> headers, String... protocols) {
        LiveSocket socket = new LiveSocket();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (protocols.length > 0) {
            List<String> others = List.of(protocols).subList(1, protocols.length);
            builder.subprotocols(protocols[0], others.toArray(String[]::new));
        }
        URI address = URI.create("ws://localhost:" + port + "/graphql");
        socket.connection = builder.buildAsync(address, socket).join();
        return socket;
    }

    /** Says who it is, by this payload if it is not empty, and waits for the greeting. */
    public void greet(Map<String, ?> payload) {
        say(new JsonObject().put("type", "connection_init").put("payload", new JsonObject(new HashMap<>(payload))));
        JsonObject answer = hear();
        if (!"connection_ack".equals(answer.getString("type"))) {
            throw new AssertionError("Not greeted: " + answer);
        }
    }

    public void say(JsonObject message) {
        say(message.encode());
    }

    public void say(String text) {
        connection().sendText(text, true).join();
    }

    public void sayBytes(byte[] bytes) {
        connection().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next message that is of no subscription. */
    public JsonObject hear() {
        return taken(others);
    }

    /** Begins a subscription with variables, given as name, value, name, value… */
    public Following follow(String document, Object... variables) {
        JsonObject named = new JsonObject();
        for (int i = 0; i < variables.length; i += 2) {
            named.put((String) variables[i], variables[i + 1]);
        }
        return follow(document, named);
    }

    private Following follow(String document, JsonObject named) {
        String id = "s" + ++ids;
        Following following = new Following(id);
        followings.put(id, following);
        JsonObject payload = new JsonObject().put("query", document).put("variables", named);
        say(new JsonObject().put("id", id).put("type", "subscribe").put("payload", payload));
        return following;
    }

    /** Follows an incident, from this place on if one is given. */
    public Following followIncident(String reference, @Nullable Integer after) {
        return follow(
                "subscription($r: String!, $a: Int) { incidentChanged(reference: $r, after: $a) {"
                        + " sequence kind at version reload } }",
                "r",
                reference,
                "a",
                after);
    }

    public Following followQueue() {
        return follow("subscription { queueChanged }");
    }

    /** The code the server closes it with; waits for that. */
    public int closeCode() {
        try {
            return closed.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("Not closed", failure);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Greets, subscribes, and answers the first message of the subscription. */
    public JsonObject firstOf(String document, JsonObject variables) {
        say(JsonObject.of("type", "connection_init"));
        if (!"connection_ack".equals(hear().getString("type"))) {
            throw new AssertionError("Not greeted");
        }
        return follow(document, variables).message();
    }

    /** Says farewell and waits for the server to say it too. */
    public void leave() {
        if (isOpen()) {
            connection().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            closeCode();
        }
        connection().abort();
    }

    /** Cuts the connection, as a network does. */
    public void cut() {
        connection().abort();
        closed.complete(0);
    }

    @Override
    public void close() {
        cut();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            sort(new JsonObject(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        others.add(END);
        followings.values().forEach(following -> following.messages.add(END));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        onClose(from, -1, "");
    }

    private void sort(JsonObject message) {
        Following following = followings.get(String.valueOf(message.getString("id")));
        if (following == null) {
            others.add(message);
        } else {
            following.messages.add(message);
        }
    }

    private WebSocket connection() {
        if (connection == null) {
            throw new IllegalStateException("Not connected");
        }
        return connection;
    }

    private JsonObject taken(BlockingQueue<JsonObject> queue) {
        try {
            JsonObject message = queue.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == END) {
                throw new ClosedException(closed.join());
            }
            if (message == null) {
                throw new AssertionError("Nothing came");
            }
            return message;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** One subscription, and what came of it. */
    public final class Following {
        private final String id;
        private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();

        private Following(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** The next message, whatever it is. */
        public JsonObject message() {
            return taken(messages);
        }

        /** The next message, if one comes in this time. */
        public Optional<JsonObject> messageWithin(Duration time) {
            try {
                JsonObject message = messages.poll(time.toMillis(), TimeUnit.MILLISECONDS);
                if (message == END) {
                    throw new ClosedException(closed.join());
                }
                return Optional.ofNullable(message);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        /** What there is so far and was not taken. */
        public List<JsonObject> heardSoFar() {
            List<JsonObject> heard = new ArrayList<>();
            messages.drainTo(heard);
            heard.remove(END);
            return heard;
        }

        /** The next event of an incident. */
        public JsonObject event() {
            return data().getJsonObject("incidentChanged");
        }

        public JsonObject data() {
            JsonObject message = message();
            if (!"next".equals(message.getString("type"))) {
                throw new AssertionError("No event: " + message);
            }
            return message.getJsonObject("payload").getJsonObject("data");
        }

        /** The sequences of this many events. */
        public List<Integer> sequences(int many) {
            List<Integer> sequences = new ArrayList<>();
            while (sequences.size() < many) {
                sequences.add(event().getInteger("sequence"));
            }
            return sequences;
        }

        /** The errors it ends with; it must end now. */
        public JsonArray errors() {
            JsonObject message = message();
            if (!"error".equals(message.getString("type"))) {
                throw new AssertionError("No error: " + message);
            }
            return message.getJsonArray("payload");
        }

        public String code() {
            return errors().getJsonObject(0).getJsonObject("extensions").getString("code");
        }

        public void complete() {
            say(new JsonObject().put("id", id).put("type", "complete"));
        }
    }
}
