package dev.cordon.leak;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.Type;
import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the arguments of a call by the recipes of the matrix; its head says which there are. */
final class Arguments {
    private static final String LITERAL = "= ";
    private static final String INPUT = "input";

    private final Schema schema;
    private final Matrix matrix;

    Arguments(Schema schema, Matrix matrix) {
        this.schema = schema;
        this.matrix = matrix;
    }

    /** The words of a target that the arguments of an operation name, such as {@code incident}. */
    Set<String> words(String operation) {
        Set<String> words = new HashSet<>();
        String root = Documents.root(operation);
        FieldDefinition field = schema.field(root, Documents.name(operation));
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            addWords(Schema.place(root, field, argument), argument.getType(), words);
        }
        return words;
    }

    /** What a call is given at least: what it must be given, everything but a query takes, the size of a page. */
    Map<String, Object> of(String operation, Map<String, Object> target) {
        Map<String, Object> given = new LinkedHashMap<>();
        forEach(
                operation,
                (argument, values) -> {
                    boolean needed = argument.getType() instanceof NonNullType
                            || !Documents.kind(operation).equals("query");
                    if (needed || argument.getName().equals("first")) {
                        values.stream().findFirst().ifPresent(value -> given.put(argument.getName(), value));
                    }
                },
                target);
        return given;
    }

    /** The same with each optional argument, and each field of a filter, in turn. */
    List<Map<String, Object>> variants(String operation, Map<String, Object> target) {
        List<Map<String, Object>> variants = new ArrayList<>();
        Map<String, Object> least = of(operation, target);
        variants.add(least);
        forEach(
                operation,
                (argument, values) -> {
                    if (least.containsKey(argument.getName())) {
                        return;
                    }
                    for (Object value : values) {
                        Map<String, Object> more = new LinkedHashMap<>(least);
                        more.put(argument.getName(), value);
                        variants.add(more);
                    }
                },
                target);
        return variants;
    }

    @FunctionalInterface
    private interface Use {
        void of(InputValueDefinition argument, List<Object> values);
    }

    private void forEach(String operation, Use use, Map<String, Object> target) {
        String root = Documents.root(operation);
        FieldDefinition field = schema.field(root, Documents.name(operation));
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            String place = Schema.place(root, field, argument);
            use.of(
                    argument,
                    root.equals("Query")
                            ? values(place, argument.getType(), target)
                            : whole(place, argument.getType(), target));
        }
    }

    /** Every value to try for a place, each alone. */
    private List<Object> values(String place, Type<?> type, Map<String, Object> target) {
        if (!recipe(place).equals(INPUT)) {
            return whole(place, type, target);
        }
        List<Object> values = new ArrayList<>();
        for (InputValueDefinition field : schema.inputFields(Schema.nameOf(type))) {
            for (Object value : values(Schema.nameOf(type) + "." + field.getName(), field.getType(), target)) {
                values.add(listed(type, Map.of(field.getName(), value)));
            }
        }
        return values;
    }

    /** The values of a place, an input with all its fields at once. */
    private List<Object> whole(String place, Type<?> type, Map<String, Object> target) {
        String recipe = recipe(place);
        if (recipe.startsWith(LITERAL)) {
            return List.of(Json.decodeValue(recipe.substring(LITERAL.length())));
        }
        return switch (recipe) {
            case Matrix.NONE -> List.of();
            case INPUT -> List.of(listed(type, input(Schema.nameOf(type), target)));
            case "flag" -> List.of(true, false);
            case "each" ->
                schema.constantsOf(Schema.nameOf(type))
                        .map(each -> listed(type, each))
                        .toList();
            default -> named(place, recipe, type, target);
        };
    }

    private List<Object> named(String place, String word, Type<?> type, Map<String, Object> target) {
        if (!Target.WORDS.contains(word)) {
            throw new AssertionError("\"" + word + "\" is no recipe. Give \"" + place + "\" one that the head of "
                    + Matrix.FILE + " explains.");
        }
        return target.containsKey(word) ? List.of(listed(type, target.get(word))) : List.of();
    }

    private Map<String, Object> input(String type, Map<String, Object> target) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (InputValueDefinition field : schema.inputFields(type)) {
            whole(type + "." + field.getName(), field.getType(), target).stream()
                    .findFirst()
                    .ifPresent(value -> input.put(field.getName(), value));
        }
        return input;
    }

    private void addWords(String place, Type<?> type, Set<String> words) {
        words.add(recipe(place));
        if (recipe(place).equals(INPUT)) {
            String input = Schema.nameOf(type);
            schema.inputFields(input).forEach(field -> addWords(input + "." + field.getName(), field.getType(), words));
        }
    }

    private String recipe(String place) {
        return matrix.cells("arguments", place).get(0);
    }

    private static Object listed(Type<?> type, Object value) {
        return Documents.isList(type) ? List.of(value) : value;
    }
}
