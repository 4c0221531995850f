package dev.cordon.api.socket;

import io.quarkus.jsonp.JsonProviderHolder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message of graphql-transport-ws. */
record Message(String type, @Nullable String id, @Nullable JsonValue payload) {
    static final String INIT = "connection_init";
    static final String PING = "ping";
    static final String PONG = "pong";
    static final String SUBSCRIBE = "subscribe";
    static final String COMPLETE = "complete";

    private static final int LONGEST_ID = 100;
    private static final JsonProvider JSON = JsonProviderHolder.jsonProvider();

    /** What a client sent; empty if it is no message of the protocol. */
    static Optional<Message> parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject message = reader.readObject();
            return Optional.of(new Message(message.getString("type"), id(message), message.get("payload")));
        } catch (RuntimeException notOne) {
            // Whatever a parser throws at whatever text, it means this.
            return Optional.empty();
        }
    }

    static Message of(String type) {
        return new Message(type, null, null);
    }

    static Message next(String id, JsonObject result) {
        return new Message("next", id, result);
    }

    static Message error(String id, JsonValue errors) {
        return new Message("error", id, errors);
    }

    /** The error of an operation that was not begun. */
    static Message error(String id, String code, String message) {
        JsonObjectBuilder error = JSON.createObjectBuilder()
                .add("message", message)
                .add("extensions", JSON.createObjectBuilder().add("code", code));
        return error(id, JSON.createArrayBuilder().add(error).build());
    }

    static Message complete(String id) {
        return new Message(COMPLETE, id, null);
    }

    /** Whether an operation is named. */
    boolean hasId() {
        return id != null && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    /** The payload as an object; an empty one if there is none. */
    JsonObject object() {
        return payload instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** A text of the payload, by its name. */
    Optional<String> text(String name) {
        return object().get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    String json() {
        JsonObjectBuilder message = JSON.createObjectBuilder();
        if (id != null) {
            message.add("id", id);
        }
        message.add("type", type);
        if (payload != null) {
            message.add("payload", payload);
        }
        return message.build().toString();
    }

    private static @Nullable String id(JsonObject message) {
        return message.containsKey("id") ? message.getString("id") : null;
    }
}
