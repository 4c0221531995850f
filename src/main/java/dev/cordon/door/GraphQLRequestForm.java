package dev.cordon.door;

import io.quarkus.jsonp.JsonProviderHolder;
import io.vertx.core.buffer.Buffer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The form a request to the API must have: one JSON object with a {@code query}, and perhaps {@code operationName},
 * {@code variables} and {@code extensions}, each of its type. The body is read through once and kept nowhere.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters">GraphQL over HTTP, request
 *     parameters</a>
 */
public final class GraphQLRequestForm {
    private static final int DEEPEST = 64;

    /** Of a number. The API has none longer, and those with large exponents cost much to work out. */
    private static final int MOST_CHARACTERS = 40;

    private final JsonParser parser;
    private final Set<String> members = new HashSet<>();
    private int depth = 1;

    private GraphQLRequestForm(JsonParser parser) {
        this.parser = parser;
    }

    /** Why the engine is not given this body, if it is not. */
    static Optional<HttpRefusal> refusalOf(Buffer body) {
        try (JsonParser parser = JsonProviderHolder.jsonProvider().createParser(new StringReader(text(body)))) {
            new GraphQLRequestForm(parser).read();
            return Optional.empty();
        } catch (MalformedRequestException malformed) {
            return Optional.of(malformed.refusal());
        } catch (CharacterCodingException notUtf8) {
            return Optional.of(new MalformedRequestException("The body is not UTF-8.").refusal());
        } catch (RuntimeException notJson) {
            // Whatever a parser throws at whatever bytes, it means this.
            return Optional.of(new MalformedRequestException("The body is not JSON.").refusal());
        }
    }

    /** What is wrong with a request that came another way than as a body; nothing if the engine may have it. */
    public static Optional<String> objectionTo(String request) {
        return refusalOf(Buffer.buffer(request)).map(HttpRefusal::message);
    }

    private static String text(Buffer body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body.getBytes()))
                .toString()
                // SmallRye takes line breaks inside strings, so that queries may have lines; so must this.
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('\t', ' ');
    }

    private void read() {
        begin(parser.next());
        while (depth > 0) {
            Event event = parser.next();
            if (event == Event.KEY_NAME && depth == 1) {
                readMember(parser.getString());
            } else {
                count(event);
            }
        }
        // Asking whether there is more fails if there is.
        parser.hasNext();
        if (!members.contains("query")) {
            throw new MalformedRequestException("\"query\" is missing. It is the GraphQL document, as text.");
        }
    }

    private static void begin(Event first) {
        if (first == Event.START_ARRAY) {
            throw new MalformedRequestException(
                    "batches-refused", "Batches of requests are refused. Send each request on its own.");
        }
        if (first != Event.START_OBJECT) {
            throw new MalformedRequestException("The body is no JSON object.");
        }
    }

    private void readMember(String name) {
        if (!members.add(name)) {
            throw new MalformedRequestException("A member of the request is there twice.");
        }
        Event value = parser.next();
        switch (name) {
            case "query" ->
                mustBe(value == Event.VALUE_STRING && !parser.getString().isEmpty(), "query", "a text");
            case "operationName" ->
                mustBe(value == Event.VALUE_STRING || value == Event.VALUE_NULL, "operationName", "a text");
            case "variables", "extensions" ->
                mustBe(value == Event.START_OBJECT || value == Event.VALUE_NULL, name, "an object");
            default -> {}
        }
        count(value);
    }

    private static void mustBe(boolean right, String name, String type) {
        if (!right) {
            throw new MalformedRequestException("\"" + name + "\" must be " + type + ".");
        }
    }

    private void count(Event event) {
        switch (event) {
            case START_ARRAY, START_OBJECT -> depth++;
            case END_ARRAY, END_OBJECT -> depth--;
            case VALUE_NUMBER -> checkNumber(parser.getString());
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new MalformedRequestException("The body is nested deeper than " + DEEPEST + " levels.");
        }
    }

    private static void checkNumber(String number) {
        if (number.length() > MOST_CHARACTERS || number.matches(".*[eE][+-]?[0-9]{4,}")) {
            throw new MalformedRequestException("A number is longer than any number of the API.");
        }
    }
}
