package dev.cordon.chaos;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Draws requests over a schema: one operation with its arguments as variables, and some of the fields it answers. */
final class Drawing {
    private static final int DEEPEST = 4;

    private final Schema schema;
    private final Values values;

    Drawing(Schema schema, Values values) {
        this.schema = schema;
        this.values = values;
    }

    /** The body of a request for some query, or less often some mutation. */
    String request(Random random) {
        boolean query = random.nextInt(3) > 0;
        List<JsonObject> fields = query ? schema.queries() : schema.mutations();
        return request(query ? "query" : "mutation", fields.get(random.nextInt(fields.size())), random);
    }

    private String request(String kind, JsonObject field, Random random) {
        JsonObjectBuilder variables = Json.createObjectBuilder();
        StringJoiner declared = new StringJoiner(", ", "(", ")").setEmptyValue("");
        StringJoiner passed = new StringJoiner(", ", "(", ")").setEmptyValue("");
        for (JsonObject argument : field.getJsonArray("args").getValuesAs(JsonObject.class)) {
            String name = argument.getString("name");
            if (isGiven(argument, random)) {
                declared.add("$" + name + ": " + Schema.written(argument.getJsonObject("type")));
                passed.add(name + ": $" + name);
                variables.add(name, value(argument, random));
            }
        }
        String document =
                kind + declared + " { " + field.getString("name") + passed + selection(field, 0, random) + " }";
        return Json.createObjectBuilder()
                .add("query", document)
                .add("variables", variables)
                .build()
                .toString();
    }

    private boolean isGiven(JsonObject field, Random random) {
        return Schema.isRequired(field.getJsonObject("type")) || values.givesOptional(field.getString("name"), random);
    }

    private JsonValue value(JsonObject field, Random random) {
        JsonObject type = field.getJsonObject("type");
        if (!Schema.isList(type)) {
            return single(field.getString("name"), Schema.bare(type), random);
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(single(field.getString("name"), Schema.bare(type), random));
        }
        return list.build();
    }

    private JsonValue single(String name, String type, Random random) {
        List<JsonObject> fields = schema.inputFieldsOf(type);
        if (fields.isEmpty()) {
            return values.draw(name, type, random);
        }
        JsonObjectBuilder input = Json.createObjectBuilder();
        for (JsonObject field : fields) {
            if (isGiven(field, random)) {
                input.add(field.getString("name"), value(field, random));
            }
        }
        return input.build();
    }

    /** Some of the fields of what a field answers, never none; a connection only where it is not below a list. */
    private String selection(JsonObject field, int depth, Random random) {
        List<JsonObject> fields = schema.fieldsOf(Schema.bare(field.getJsonObject("type")));
        if (fields.isEmpty()) {
            return "";
        }
        StringJoiner selected = new StringJoiner(" ", " { __typename ", " }");
        for (JsonObject below : fields) {
            boolean isLeaf =
                    schema.fieldsOf(Schema.bare(below.getJsonObject("type"))).isEmpty();
            if (random.nextInt(3) > 0 && (isLeaf || depth < DEEPEST && !isConnection(below, depth))) {
                selected.add(below.getString("name") + selection(below, depth + 1, random));
            }
        }
        return selected.toString();
    }

    private static boolean isConnection(JsonObject field, int depth) {
        return depth > 0 && Schema.bare(field.getJsonObject("type")).endsWith("Connection");
    }
}
