package dev.cordon.chaos;

import dev.cordon.testing.PackagedCordon;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schema a running Cordon says it has, so that every operation of it is tried, also those that come later. */
final class Schema {
    private static final String TYPE =
            "type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }";
    private static final String QUESTION = "{ __schema { queryType { name } mutationType { name } types { kind name"
            + " fields { name args { name " + TYPE + " } " + TYPE + " } inputFields { name " + TYPE
            + " } enumValues { name } } } }";

    private final Map<String, JsonObject> types = new HashMap<>();
    private final JsonObject schema;

    private Schema(JsonObject schema) {
        this.schema = schema;
        schema.getJsonArray("types")
                .getValuesAs(JsonObject.class)
                .forEach(type -> types.put(type.getString("name"), type));
    }

    static Schema of(PackagedCordon cordon) {
        return new Schema(Caller.NOBODY.ask(cordon, QUESTION, Map.of()).getJsonObject("__schema"));
    }

    List<JsonObject> queries() {
        return fieldsOf(schema.getJsonObject("queryType").getString("name"));
    }

    List<JsonObject> mutations() {
        return fieldsOf(schema.getJsonObject("mutationType").getString("name"));
    }

    /** The fields of an object type; none of any other. */
    List<JsonObject> fieldsOf(String type) {
        return listed(type, "fields");
    }

    /** The fields of an input type; none of any other. */
    List<JsonObject> inputFieldsOf(String type) {
        return listed(type, "inputFields");
    }

    /** The values of an enumeration; none of any other type. */
    List<String> constantsOf(String type) {
        return listed(type, "enumValues").stream()
                .map(value -> value.getString("name"))
                .toList();
    }

    /** The type without lists and exclamation marks. */
    static String bare(JsonObject type) {
        JsonValue inner = type.getOrDefault("ofType", JsonValue.NULL);
        return inner instanceof JsonObject its ? bare(its) : type.getString("name");
    }

    static boolean isRequired(JsonObject type) {
        return type.getString("kind").equals("NON_NULL");
    }

    static boolean isList(JsonObject type) {
        return switch (type.getString("kind")) {
            case "LIST" -> true;
            case "NON_NULL" -> isList(type.getJsonObject("ofType"));
            default -> false;
        };
    }

    /** The type as a document writes it, such as {@code [String!]!}. */
    static String written(JsonObject type) {
        return switch (type.getString("kind")) {
            case "NON_NULL" -> written(type.getJsonObject("ofType")) + "!";
            case "LIST" -> "[" + written(type.getJsonObject("ofType")) + "]";
            default -> type.getString("name");
        };
    }

    private List<JsonObject> listed(String type, String what) {
        JsonValue found = types.getOrDefault(type, JsonValue.EMPTY_JSON_OBJECT).getOrDefault(what, JsonValue.NULL);
        return found instanceof JsonArray list ? list.getValuesAs(JsonObject.class) : List.of();
    }
}
