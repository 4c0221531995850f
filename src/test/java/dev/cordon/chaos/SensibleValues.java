package dev.cordon.chaos;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that fit: references and names that may exist, constants of the schema, times around now. */
final class SensibleValues implements Values {
    private static final List<String> VECTORS =
            List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N");
    private static final List<String> TEXTS =
            List.of(References.WORD, "length", "overflow in the parser", "INC-", "CVE");
    private static final List<String> TIMES =
            List.of("2026-01-05T09:00:00Z", "2024-06-30T12:00:00Z", "2031-01-01T00:00:00Z");
    private static final List<String> POLICIES = List.of("kubernetes-2017", "cra-vulnerability", "disclose-io");
    private static final List<String> OPEN = List.of("filter", "text", "first", "orderBy");

    private final Schema schema;
    private final List<String> references;
    private final List<String> handles;
    private final List<String> cursors;

    SensibleValues(Schema schema, List<String> references, List<String> handles, List<String> cursors) {
        this.schema = schema;
        this.references = references;
        this.handles = handles;
        this.cursors = cursors;
    }

    @Override
    public JsonValue draw(String name, String type, Random random) {
        List<String> constants = schema.constantsOf(type);
        if (!constants.isEmpty()) {
            return Json.createValue(one(constants, random));
        }
        return switch (type) {
            case "Boolean" -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case "Int", "BigInteger" -> Json.createValue(random.nextInt(name.equals("expectedVersion") ? 4 : 100) + 1);
            case "BigDecimal", "Float" -> Json.createValue(random.nextInt(100) / 10.0);
            // Never the same twice: what happened at one time stands in the order of its random names.
            case "DateTime" ->
                Json.createValue(Instant.parse(one(TIMES, random))
                        .plusMillis(random.nextInt(1_000_000_000))
                        .toString());
            case "Date" -> Json.createValue(one(TIMES, random).substring(0, 10));
            case "ID" -> Json.createValue(new UUID(random.nextLong(), random.nextLong()).toString());
            default -> Json.createValue(text(name, random));
        };
    }

    @Override
    public boolean givesOptional(String name, Random random) {
        return random.nextInt(OPEN.contains(name) ? 2 : 5) == 0;
    }

    private String text(String name, Random random) {
        return switch (name) {
            case "reference", "original" -> one(references, random);
            case "person", "lead", "handle" -> one(handles, random);
            case "policy", "id" -> one(POLICIES, random);
            case "vector" -> one(VECTORS, random);
            case "after", "before" -> one(cursors, random);
            case "text" -> random.nextBoolean() ? one(references, random) : one(TEXTS, random);
            default -> one(TEXTS, random);
        };
    }

    private static String one(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
