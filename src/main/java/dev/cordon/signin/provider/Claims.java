package dev.cordon.signin.provider;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token says, once its signature has been checked. */
record Claims(JsonObject all) {
    /** The claims of a token in its compact form: three parts, the second of them this. */
    static Claims of(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            return new Claims(reader.readObject());
        }
    }

    /** A claim that is text and not empty. */
    Optional<String> text(String name) {
        return all.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** When the token was issued, to the second; long ago if it does not say. */
    Instant issuedAt() {
        return all.get("iat") instanceof JsonNumber seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
    }

    /**
     * The texts of a claim that is one text or a list of them.
     *
     * @param path the claim's name, or names from the outside in with slashes between them
     */
    List<String> texts(String path) {
        JsonValue found = all.containsKey(path) ? all.get(path) : at(path);
        if (found instanceof JsonString text) {
            return List.of(text.getString());
        }
        if (found instanceof JsonArray list) {
            return list.stream()
                    .filter(JsonString.class::isInstance)
                    .map(value -> ((JsonString) value).getString())
                    .toList();
        }
        return List.of();
    }

    private @Nullable JsonValue at(String path) {
        JsonValue found = all;
        for (String name : path.split("/")) {
            found = found instanceof JsonObject object ? object.get(name) : null;
        }
        return found;
    }
}
