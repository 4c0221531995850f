package dev.cordon.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One line of an exported file, read strictly: one object with exactly the expected names, none twice. What a lenient reader
 * would pass over could be shown to people and yet be covered by no hash.
 */
final class JsonLine {
    // Kept, because each Json.createParser would search the class path for its implementation anew.
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonLine() {}

    static Map<String, JsonValue> parse(String line, Set<String> names) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(line))) {
            Map<String, JsonValue> values = object(parser);
            if (!values.keySet().equals(names)) {
                throw new UnreadableLineException("its names are not " + new TreeSet<>(names));
            }
            return values;
        } catch (JsonException | IllegalStateException | NoSuchElementException malformed) {
            throw new UnreadableLineException("it is not one JSON object", malformed);
        }
    }

    private static Map<String, JsonValue> object(JsonParser parser) {
        Map<String, JsonValue> values = new HashMap<>();
        if (parser.next() != JsonParser.Event.START_OBJECT) {
            throw new UnreadableLineException("it is no JSON object");
        }
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            parser.next();
            if (values.put(name, parser.getValue()) != null) {
                throw new UnreadableLineException("a name stands in it twice");
            }
        }
        // Asked for more, the parser refuses what stands behind the object.
        parser.hasNext();
        return values;
    }

    static long number(Map<String, JsonValue> object, String name) {
        return number(object.get(name), name);
    }

    static String text(Map<String, JsonValue> object, String name) {
        String text = textOrNull(object, name);
        if (text == null) {
            throw new UnreadableLineException(name + " is null");
        }
        return text;
    }

    static @Nullable String textOrNull(Map<String, JsonValue> object, String name) {
        JsonValue value = object.get(name);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new UnreadableLineException(name + " is no text");
    }

    static List<Long> numbers(Map<String, JsonValue> object, String name) {
        if (object.get(name) instanceof JsonArray list) {
            return list.stream().map(value -> number(value, name)).toList();
        }
        throw new UnreadableLineException(name + " is no list");
    }

    private static long number(@Nullable JsonValue value, String name) {
        try {
            if (value instanceof JsonNumber number) {
                return number.longValueExact();
            }
            throw new UnreadableLineException(name + " is no number");
        } catch (ArithmeticException noWholeNumber) {
            throw new UnreadableLineException(name + " is no whole number", noWholeNumber);
        }
    }
}
