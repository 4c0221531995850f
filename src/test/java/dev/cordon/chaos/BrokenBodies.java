package dev.cordon.chaos;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bodies that are broken as JSON, as a GraphQL request or as a document, or that ask for far too much. */
final class BrokenBodies {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "canary",
            "[]",
            "[{\"query\":\"{ serverTime }\"}]",
            "\"canary\"",
            "{",
            "{}",
            "{\"query\":",
            "{\"query\":null}",
            "{\"query\":7}",
            "{\"query\":{\"canary\":[]}}",
            "{\"query\":\"\"}",
            "{\"query\":\"canary\"}",
            "{\"query\":\"{ canary }\"}",
            "{\"query\":\"{ serverTime }\",\"query\":\"{ canary }\"}",
            "{\"query\":\"{ serverTime }\",\"variables\":\"canary\"}",
            "{\"query\":\"{ serverTime }\",\"variables\":[\"canary\"]}",
            "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":1e999999999}}",
            "{\"query\":\"{ serverTime }\",\"operationName\":7}",
            "{\"query\":\"{ serverTime }\",\"operationName\":\"canary\"}",
            "{\"query\":\"{ serverTime }\",\"extensions\":\"canary\"}",
            "{\"query\":\"{ serverTime }\"}canary",
            "{\"query\":\"{ serverTime }\",}",
            "{'query':'canary'}",
            "{\"query\":\"\\ud800canary\"}",
            "{\"query\":\"{ serverTime \\u0000 canary}\"}",
            "{\"query\":\"\\u007b serverTime \\u007d\"}",
            "\ufeff{\"query\":\"{ serverTime }\"}",
            "{\"query\":\"\u0001canary\"}",
            "{\"query\":" + "9".repeat(50_000) + "}",
            "{\"query\":1e" + "9".repeat(1_000) + "}",
            "{\"variables\":" + "[".repeat(50_000),
            "{\"variables\":" + "{\"canary\":".repeat(20_000),
            "{\"query\":\"{ serverTime }\",\"variables\":{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}}");

    private static final List<String> DOCUMENTS = List.of(
            "query canary { serverTime } query canary { serverTime }",
            "query a { serverTime } query b { serverTime }",
            "subscription { canary }",
            "fragment a on Query { ...b } fragment b on Query { ...a } { ...a }",
            "fragment a on Canary { canary } { ...a }",
            "{ ...canary }",
            "{ serverTime @canary }",
            "{ serverTime @include(if: \"canary\") }",
            "query($a: Canary) { serverTime }",
            "query($a: String!) { incident(reference: $a) { reference } }",
            "{ incident(reference: \"canary\\u0000\") { reference } }",
            "{ incident(reference: \"\\ud800canary\") { reference } }",
            "{ incident(reference: {canary: [1e999999999]}) { reference } }",
            "{ incidents(first: 99999999999999999999) { totalCount } }",
            "{ incidents(first: -1, last: -1, after: \"canary\") { totalCount } }",
            "{ incidents(first: 1, filter: {text: \"\"\"canary\\u0000\"\"\"}) { totalCount } }",
            "{ serverTime serverTime: viewer { handle } }",
            "mutation { addNote(input: null) { reference } }",
            "mutation { addNote(input: {canary: 1, canary: 2}) { reference } }",
            "mutation { runSweep { breaches } runSweep { breaches } }",
            "type Canary { canary: Int }",
            "{ __type(name: \"Canary\") { name } __schema { directives { name } } }",
            "\"\"\"canary",
            "{ # canary",
            "{ \u0000 }",
            "{ \ud83d\ude80 }");

    private final String authorization;
    private final Drawing drawing;

    BrokenBodies(String authorization, Drawing drawing) {
        this.authorization = authorization;
        this.drawing = drawing;
    }

    RawRequest draw(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> json("JSON", one(TEXTS, random));
            case 1 -> json("document", asked(one(DOCUMENTS, random)));
            case 2 -> json("bomb", asked(bomb(random)));
            case 3 -> json("damaged JSON", damaged(drawing.request(random), random));
            case 4 -> encoded(random);
            default -> json("values", drawing.request(random));
        };
    }

    /** More than a body may have, said beforehand or in chunks. */
    RawRequest tooLarge(Random random) {
        String body = asked("{ serverTime } #" + "canary".repeat(45_000 + random.nextInt(60_000)));
        if (random.nextBoolean()) {
            return json("too large", body);
        }
        StringBuilder chunked = new StringBuilder("POST /graphql HTTP/1.1\r\nHost: localhost\r\n" + authorization
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int start = 0; start < body.length(); start += 4_000) {
            String chunk = body.substring(start, Math.min(body.length(), start + 4_000));
            chunked.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return RawRequest.text("too large, in chunks", chunked + "0\r\n\r\n");
    }

    private static String bomb(Random random) {
        int size = 1 << random.nextInt(12);
        return switch (random.nextInt(7)) {
            case 0 ->
                "{ incidents(first: 1) " + "{ nodes { policies { policy ".repeat(size) + "{ id }" + "} } }".repeat(size)
                        + "}";
            case 1 -> "{ " + numbered(size, "a%d: serverTime ") + "}";
            case 2 -> "{ serverTime " + "@include(if: true) ".repeat(size) + "}";
            case 3 -> numbered(size, "fragment f%1$d on Query { ...f%1$dx ...f%1$dx } ") + "{ ...f0 }";
            case 4 -> doubling(Math.min(size, 200));
            case 5 -> "{ " + "serverTime ".repeat(size) + "}";
            default ->
                "{ incidents(first: 1, filter: {statuses: " + "[".repeat(size) + "]".repeat(size)
                        + "}) { totalCount } }";
        };
    }

    /** Each fragment spreads the next one twice. */
    private static String doubling(int size) {
        StringBuilder document = new StringBuilder("{ ...f0 } ");
        for (int i = 0; i < size; i++) {
            document.append("fragment f%d on Query { ...f%d ...f%d } ".formatted(i, i + 1, i + 1));
        }
        return document + "fragment f%d on Query { serverTime }".formatted(size);
    }

    private static String numbered(int size, String part) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < size; i++) {
            parts.append(part.formatted(i));
        }
        return parts.toString();
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int place = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(place).append(' ');
                case 1 -> damaged.insert(place, "{}[]\",:\\\u0000$!@#\u00e9".charAt(random.nextInt(14)));
                default -> damaged.insert(place, damaged.substring(place / 2, place));
            }
        }
        return damaged.toString();
    }

    private RawRequest encoded(Random random) {
        String body = asked("{ incident(reference: \"can\u00e4ry\") { reference } }");
        byte[] bytes = body.getBytes(random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16);
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128));
        }
        return RawRequest.json("encoding", authorization, bytes);
    }

    private static String asked(String document) {
        return Json.createObjectBuilder().add("query", document).build().toString();
    }

    private RawRequest json(String kind, String body) {
        return RawRequest.json(kind, authorization, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String one(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
