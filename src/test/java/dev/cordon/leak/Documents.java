package dev.cordon.leak;

import static java.util.stream.Collectors.joining;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the document that calls an operation and asks for everything it can answer, cycles cut. */
final class Documents {
    private static final String CONNECTION = "Connection";
    private static final String EDGE = "Edge";

    private final Schema schema;
    private final Matrix matrix;
    private final Map<String, String> selections = new HashMap<>();

    Documents(Schema schema, Matrix matrix) {
        this.schema = schema;
        this.matrix = matrix;
    }

    static String kind(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    static String name(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    static String root(String operation) {
        String kind = kind(operation);
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    FieldDefinition field(String operation) {
        return schema.field(root(operation), name(operation));
    }

    String typeOf(String owner, String field) {
        return Schema.nameOf(schema.field(owner, field).getType());
    }

    /**
     * The document for a call with these arguments.
     *
     * @param everything whether to ask for lists and objects below the entries of a connection too
     */
    String of(String operation, Set<String> arguments, boolean everything) {
        FieldDefinition field = field(operation);
        String declared = field.getInputValueDefinitions().stream()
                .filter(argument -> arguments.contains(argument.getName()))
                .map(argument -> "$" + argument.getName() + ": " + AstPrinter.printAst(argument.getType()))
                .collect(joining(", ", "(", ")"));
        String given = arguments.stream().map(name -> name + ": $" + name).collect(joining(", ", "(", ")"));
        boolean none = arguments.isEmpty();
        return kind(operation) + (none ? "" : declared) + " { " + name(operation) + (none ? "" : given)
                + selections.computeIfAbsent(operation + everything, key -> selection(field.getType(), everything))
                + " }";
    }

    private String selection(Type<?> type, boolean everything) {
        return schema.isObject(type) ? below(type, List.of(), isList(type), everything) : "";
    }

    private String below(Type<?> type, List<String> above, boolean inList, boolean everything) {
        String name = Schema.nameOf(type);
        List<String> path = Stream.concat(above.stream(), Stream.of(name)).toList();
        String fields = schema.fieldsOf(name)
                .map(field -> asked(name, field, path, inList, everything))
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
        return " { " + fields + " }";
    }

    private String asked(String owner, FieldDefinition field, List<String> path, boolean inList, boolean everything) {
        Type<?> type = field.getType();
        if (!schema.isObject(type)) {
            return field.getName();
        }
        String name = Schema.nameOf(type);
        boolean costly = inList && name.endsWith(CONNECTION);
        String last = path.get(path.size() - 1);
        // Every entry comes twice, below nodes and below edges: once with everything is enough.
        boolean again = path.size() > 1 && path.get(path.size() - 2).endsWith(EDGE);
        boolean shallow = !everything && inList && !last.endsWith(EDGE);
        if (path.contains(name) || costly || again || shallow) {
            return "";
        }
        return field.getName() + literals(owner, field) + below(type, path, inList || isList(type), everything);
    }

    private String literals(String owner, FieldDefinition field) {
        String literals = field.getInputValueDefinitions().stream()
                .filter(argument -> recipe(owner, field, argument.getName()).startsWith("= "))
                .map(argument -> argument.getName() + ": "
                        + recipe(owner, field, argument.getName()).substring(2))
                .collect(joining(", "));
        return literals.isEmpty() ? "" : "(" + literals + ")";
    }

    private String recipe(String owner, FieldDefinition field, String argument) {
        return matrix.cells("arguments", owner + "." + field.getName() + "(" + argument + ")")
                .get(0);
    }

    static boolean isList(Type<?> type) {
        Type<?> bare = type instanceof NonNullType required ? required.getType() : type;
        return bare instanceof ListType;
    }
}
