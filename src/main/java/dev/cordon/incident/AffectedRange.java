package dev.cordon.incident;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one component that have the vulnerability: from the one that introduced it, to before the one that
 * fixed it or up to the last affected one. What is not known is left out.
 */
public record AffectedRange(
        String component,
        @Nullable String introduced,
        @Nullable String fixed,
        @Nullable String lastAffected) {
    // Kept, because each Json.createReader would search the class path for its implementation anew.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    public AffectedRange {
        component = Text.required("component", component, Text.LINE);
        introduced = Text.optional("introduced", introduced, Text.LINE);
        fixed = Text.optional("fixed", fixed, Text.LINE);
        lastAffected = Text.optional("lastAffected", lastAffected, Text.LINE);
    }

    /** Reads what {@link #json} wrote. */
    public static List<AffectedRange> parse(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(AffectedRange::of)
                    .toList();
        }
    }

    static String json(List<AffectedRange> ranges) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ranges.forEach(range -> array.add(range.object()));
        return array.build().toString();
    }

    private static AffectedRange of(JsonObject object) {
        return new AffectedRange(
                object.getString("component"),
                text(object, "introduced"),
                text(object, "fixed"),
                text(object, "lastAffected"));
    }

    private static @Nullable String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? string.getString() : null;
    }

    private JsonObject object() {
        JsonObjectBuilder object = Json.createObjectBuilder().add("component", component);
        add(object, "introduced", introduced);
        add(object, "fixed", fixed);
        add(object, "lastAffected", lastAffected);
        return object.build();
    }

    private static void add(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }
}
