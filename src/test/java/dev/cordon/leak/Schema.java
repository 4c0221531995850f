package dev.cordon.leak;

import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The live schema, asked from the running server. */
final class Schema {
    private static final List<String> ROOTS = List.of("Query", "Mutation", "Subscription");
    private static final String TYPE =
            "type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
    private static final String EVERYTHING = "{ __schema { queryType { name } mutationType { name }"
            + " subscriptionType { name } directives { name locations args { name " + TYPE + " } } types { kind name"
            + " fields(includeDeprecated: true) { name args { name " + TYPE + " } " + TYPE + " }"
            + " inputFields { name " + TYPE + " } interfaces { name } possibleTypes { name }"
            + " enumValues(includeDeprecated: true) { name } } } }";

    private final TypeDefinitionRegistry types;

    /** The registry copies all its types whenever it is asked. */
    private final Map<String, Object> byName;

    private Schema(TypeDefinitionRegistry types) {
        this.types = types;
        this.byName = new HashMap<>(types.types());
    }

    static Schema live(Client client) {
        Answer answer = client.send(Map.of(), EVERYTHING, Map.of());
        Map<String, Object> data = JsonPath.from(answer.body()).getMap("data");
        Document document = new IntrospectionResultToSchema().createSchemaDefinition(data);
        return new Schema(new SchemaParser().buildRegistry(document));
    }

    /** Every field of every type a client gets, as {@code Type.field}. */
    Stream<String> fields() {
        return objects()
                .filter(type -> !ROOTS.contains(type.getName()))
                .flatMap(type -> fieldsOf(type.getName()).map(field -> type.getName() + "." + field.getName()));
    }

    /** Every query, mutation and subscription, as {@code query name} and so on. */
    Stream<String> operations() {
        return ROOTS.stream()
                .flatMap(root -> fieldsOf(root).map(field -> root.toLowerCase(Locale.ROOT) + " " + field.getName()));
    }

    /** Every argument and every field of an input, as {@code Type.field(argument)} and {@code Input.field}. */
    Stream<String> arguments() {
        Stream<String> arguments = objects()
                .flatMap(type -> fieldsOf(type.getName())
                        .flatMap(field -> field.getInputValueDefinitions().stream()
                                .map(argument -> place(type.getName(), field, argument))));
        Stream<String> inputs = types.getTypes(InputObjectTypeDefinition.class).stream()
                .flatMap(input -> input.getInputValueDefinitions().stream()
                        .map(field -> input.getName() + "." + field.getName()));
        return Stream.concat(arguments, inputs);
    }

    /** Every value of every enum, as {@code Enum.VALUE}. */
    Stream<String> constants() {
        return types.getTypes(EnumTypeDefinition.class).stream()
                .flatMap(type -> constantsOf(type.getName()).map(value -> type.getName() + "." + value));
    }

    /** Types of a kind this test does not know how to walk. */
    Stream<String> kindsWithoutARule() {
        return types.types().values().stream()
                .filter(type -> !(type instanceof ObjectTypeDefinition
                        || type instanceof InputObjectTypeDefinition
                        || type instanceof EnumTypeDefinition))
                .map(type -> type.getName());
    }

    static String place(String type, FieldDefinition field, InputValueDefinition argument) {
        return type + "." + field.getName() + "(" + argument.getName() + ")";
    }

    static String nameOf(Type<?> type) {
        return TypeInfo.typeInfo(type).getName();
    }

    Stream<FieldDefinition> fieldsOf(String type) {
        return known(type, ObjectTypeDefinition.class).stream().flatMap(found -> found.getFieldDefinitions().stream());
    }

    FieldDefinition field(String type, String name) {
        return fieldsOf(type)
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean isObject(Type<?> type) {
        return known(nameOf(type), ObjectTypeDefinition.class).isPresent();
    }

    Stream<String> constantsOf(String type) {
        return known(type, EnumTypeDefinition.class).stream()
                .flatMap(found -> found.getEnumValueDefinitions().stream())
                .map(value -> value.getName());
    }

    /** The fields of an input; none if the type is no input. */
    List<InputValueDefinition> inputFields(String type) {
        return known(type, InputObjectTypeDefinition.class)
                .map(found -> found.getInputValueDefinitions())
                .orElse(List.of());
    }

    private <T> Optional<T> known(String name, Class<T> kind) {
        return Optional.ofNullable(byName.get(name)).filter(kind::isInstance).map(kind::cast);
    }

    private Stream<ObjectTypeDefinition> objects() {
        return types.getTypes(ObjectTypeDefinition.class).stream();
    }
}
