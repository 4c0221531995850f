package dev.cordon.chaos;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values that hardly ever fit: of the wrong type, too large, not storable, made to be parsed wrongly. */
final class WildValues implements Values {
    private static final List<JsonValue> ODD = Stream.concat(
                    texts().map(Json::createValue),
                    Stream.of(
                            JsonValue.NULL,
                            JsonValue.TRUE,
                            JsonValue.EMPTY_JSON_ARRAY,
                            JsonValue.EMPTY_JSON_OBJECT,
                            Json.createValue(-1),
                            Json.createValue(Long.MAX_VALUE),
                            Json.createValue(new BigDecimal("1e400")),
                            Json.createValue(new BigDecimal("1e-400")),
                            Json.createValue(new BigDecimal("1e99999")),
                            Json.createValue(0.1),
                            Json.createArrayBuilder().add(JsonValue.NULL).build(),
                            Json.createObjectBuilder().add("canary", "canary").build()))
            .toList();

    private final Values sensible;

    /** @param sensible the values most fields get, so that the odd one is reached */
    WildValues(Values sensible) {
        this.sensible = sensible;
    }

    @Override
    public JsonValue draw(String name, String type, Random random) {
        return random.nextInt(3) > 0 ? sensible.draw(name, type, random) : ODD.get(random.nextInt(ODD.size()));
    }

    @Override
    public boolean givesOptional(String name, Random random) {
        return random.nextInt(3) > 0;
    }

    private static Stream<String> texts() {
        return Stream.of(
                "canary",
                "",
                " ",
                "canary\u0000canary",
                "\ud800canary",
                "canary\udfff",
                "\u202ecanary\u2066",
                "canary'; drop table incident; --",
                "%canary%",
                "_\\canary",
                "${canary}",
                "#{canary}",
                "{{canary}}",
                "<script>canary</script>",
                "canary\r\nSet-Cookie: canary=canary",
                "2026-02-30T25:61:61Z",
                "+999999999-12-31T23:59:59.999999999Z",
                "-999999999-01-01T00:00:00Z",
                "294277-01-01T00:00:00Z",
                "1e999999999",
                "NaN",
                "CVSS:3.1/AV:N/canary",
                "INC-canary",
                "00000000-0000-0000-0000-000000000000",
                "Y2FuYXJ5",
                "canary".repeat(20_000));
    }
}
