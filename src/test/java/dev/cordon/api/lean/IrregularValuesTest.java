package dev.cordon.api.lean;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.schema.model.WrapperType;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What Cordon's schema never gives: nulls where none may be, values that do not fit, accessors and fetchers that fail. */
@QuarkusTest
class IrregularValuesTest {
    private static final int TREES = 600;
    private static final String QUERY = """
            query($deep: Boolean!) { root { ...N again: name @include(if: $deep) } }
            fragment N on Node { __typename name number colour words failing
              child { number n: name ...L } must { name colour children { name } }
              children { ...L late { name } } loose { ...L } thing { __typename ... on Node { name number } } }
            fragment L on Node { l: name colour words must { name failing } late { number must { name } } loose { name } }
            """;

    /** Of the colours two are in the schema. */
    public enum Colour {
        RED,
        GREEN,
        UNKNOWN
    }

    /** What is asked for. Its values are of any type, to go wrong. */
    public record Node(
            Object name,
            Object number,
            Object colour,
            Node child,
            Node must,
            List<Node> children,
            List<Node> loose,
            Object words,
            boolean fails) {
        public String failing() {
            if (fails) {
                throw new IllegalStateException("The accessor fails");
            }
            return "works";
        }

        public Node thing() {
            return child;
        }
    }

    private final GraphQLCodeRegistry.Builder fetchers = GraphQLCodeRegistry.newCodeRegistry();
    private final Map<String, GraphQLOutputType> fields = new LinkedHashMap<>();
    private final GraphQLSchema schema = schema();

    @Test
    void whateverGoesWrongTheEngineSaysSo() {
        GraphQL engine = engine(new AsyncExecutionStrategy(new ExceptionHandler()));
        GraphQL lean = engine(new LeanQueries(new Plans()));
        long before = Completion.LEAN.sum();
        int errors = 0;
        for (int seed = 0; seed < TREES; seed++) {
            Node tree = node(new Random(seed), 0, seed % 3 == 0 ? 1_000 : 12);
            String expected = answer(engine, tree);
            assertThat(answer(lean, tree)).as("seed %d", seed).isEqualTo(expected);
            errors += expected.contains("errors=[") ? 1 : 0;
        }
        assertThat(errors).as("answers with errors").isBetween(TREES / 4, TREES - TREES / 8);
        assertThat(Completion.LEAN.sum() - before).as("lean objects").isGreaterThan(TREES);
    }

    private static String answer(GraphQL engine, Node tree) {
        SmallRyeContext context = new SmallRyeContext("test");
        context.setRequest(Json.createObjectBuilder().build());
        return engine.execute(ExecutionInput.newExecutionInput(QUERY)
                        .root(tree)
                        .variables(Map.of("deep", true))
                        .graphQLContext(Map.of("context", context))
                        .build())
                .toSpecification()
                .toString();
    }

    private GraphQL engine(ExecutionStrategy strategy) {
        return GraphQL.newGraphQL(schema).queryExecutionStrategy(strategy).build();
    }

    /** A tree in which one of so many values is wrong. */
    private static Node node(Random random, int depth, int oneIn) {
        boolean isLeaf = depth > 2;
        return new Node(
                wrong(random, oneIn) ? null : "name " + depth,
                wrong(random, oneIn) ? "no number" : random.nextInt(9),
                wrong(random, oneIn)
                        ? (random.nextBoolean() ? Colour.UNKNOWN : "text")
                        : Colour.values()[random.nextInt(2)],
                isLeaf || wrong(random, 4) ? null : node(random, depth + 1, oneIn),
                isLeaf && wrong(random, 4) ? null : leaf(random, oneIn),
                wrong(random, oneIn) ? null : nodes(random, depth, oneIn, isLeaf),
                wrong(random, 8) ? null : nodes(random, depth, oneIn, isLeaf),
                wrong(random, oneIn) ? "no list" : words(random, oneIn),
                wrong(random, oneIn * 2));
    }

    private static Node leaf(Random random, int oneIn) {
        Node end = new Node("end", 2, Colour.RED, null, null, List.of(), null, List.of(), false);
        return new Node(
                wrong(random, oneIn) ? null : "leaf", 1, Colour.GREEN, null, end, List.of(), null, List.of("a"), false);
    }

    private static List<Node> nodes(Random random, int depth, int oneIn, boolean isLeaf) {
        List<Node> nodes = new ArrayList<>();
        for (int i = isLeaf ? 0 : random.nextInt(3); i > 0; i--) {
            nodes.add(wrong(random, oneIn) ? null : node(random, depth + 1, oneIn));
        }
        return nodes;
    }

    private static List<String> words(Random random, int oneIn) {
        List<String> words = new ArrayList<>(List.of("one"));
        words.add(wrong(random, oneIn) ? null : "two");
        return words;
    }

    private static boolean wrong(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private GraphQLSchema schema() {
        GraphQLEnumType colour = GraphQLEnumType.newEnum()
                .name("Colour")
                .value("RED", "RED")
                .value("GREEN", "GREEN")
                .build();
        plain("name", nonNull(Scalars.GraphQLString), ReferenceType.SCALAR, false);
        plain("number", Scalars.GraphQLInt, ReferenceType.SCALAR, false);
        plain("colour", colour, ReferenceType.ENUM, false);
        plain("words", list(nonNull(Scalars.GraphQLString)), ReferenceType.SCALAR, false);
        plain("failing", Scalars.GraphQLString, ReferenceType.SCALAR, false);
        plain("child", typeRef("Node"), ReferenceType.TYPE, false);
        plain("must", nonNull(typeRef("Node")), ReferenceType.TYPE, false);
        plain("children", nonNull(list(nonNull(typeRef("Node")))), ReferenceType.TYPE, true);
        plain("loose", list(typeRef("Node")), ReferenceType.TYPE, true);
        plain("thing", typeRef("Thing"), ReferenceType.INTERFACE, false);
        fields.put("late", nonNull(typeRef("Node")));
        fetchers.dataFetcher(FieldCoordinates.coordinates("Node", "late"), (DataFetcher<Object>)
                environment -> late(environment.getSource()));
        GraphQLInterfaceType thing = GraphQLInterfaceType.newInterface()
                .name("Thing")
                .field(newFieldDefinition().name("name").type(nonNull(Scalars.GraphQLString)))
                .build();
        fetchers.typeResolver(thing, environment -> environment.getSchema().getObjectType("Node"));
        GraphQLObjectType.Builder node =
                GraphQLObjectType.newObject().name("Node").withInterface(thing);
        fields.forEach(
                (name, type) -> node.field(newFieldDefinition().name(name).type(type)));
        fetchers.dataFetcher(FieldCoordinates.coordinates("Query", "root"), (DataFetcher<Object>)
                environment -> environment.getRoot());
        return GraphQLSchema.newSchema()
                .query(GraphQLObjectType.newObject()
                        .name("Query")
                        .field(newFieldDefinition().name("root").type(typeRef("Node"))))
                .additionalType(node.build())
                .codeRegistry(fetchers.build())
                .build();
    }

    private void plain(String name, GraphQLOutputType type, ReferenceType kind, boolean isList) {
        Reference any = new Reference.Builder()
                .className("java.lang.Object")
                .graphQLClassName("java.lang.Object")
                .name("Object")
                .type(kind)
                .build();
        Field field = new Field(name, name, name, any);
        if (isList) {
            field.setWrapper(new Wrapper(WrapperType.COLLECTION, "java.util.List"));
        }
        Reference owner = new Reference.Builder()
                .className(Node.class.getName())
                .name("Node")
                .type(ReferenceType.TYPE)
                .build();
        assertThat(PlainField.fits(field)).isTrue();
        fields.put(name, type);
        fetchers.dataFetcher(FieldCoordinates.coordinates("Node", name), new PlainField(field, null, owner));
    }

    /** A fetcher of its own that promises an answer, fails, or finds nothing. */
    private static CompletableFuture<Node> late(Node node) {
        if (node.fails()) {
            return CompletableFuture.failedFuture(new IllegalStateException("The fetcher fails"));
        }
        Node found = node.child() == null && node.number() instanceof Integer ? null : leaf(new Random(1), 100);
        return CompletableFuture.completedFuture(found);
    }
}
