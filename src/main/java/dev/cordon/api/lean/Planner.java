package dev.cordon.api.lean;

import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapOne;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans how objects are completed, from what a request selects of them. */
final class Planner {
    private final FieldCollector collector = new FieldCollector();
    private final ExecutionContext context;
    private final GraphQLSchema schema;

    Planner(ExecutionContext context) {
        this.context = context;
        this.schema = context.getGraphQLSchema();
    }

    /** The plan for the object of this type in this field; nothing if nothing below it is plain. */
    Optional<Plan> plan(MergedField field, GraphQLObjectType type) {
        List<ObjectShape.Step> steps = new ArrayList<>();
        Map<String, MergedField> rest = new LinkedHashMap<>();
        MergedSelectionSet selected = collector.collectFields(of(type), field, false);
        selected.getSubFields().forEach((key, below) -> {
            try {
                steps.add(step(key, below, type));
            } catch (IrregularException irregular) {
                rest.put(key, below);
            }
        });
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan(selected.getKeys(), new ObjectShape(List.copyOf(steps)), selection(rest)));
    }

    private static MergedSelectionSet selection(Map<String, MergedField> fields) {
        return MergedSelectionSet.newMergedSelectionSet().subFields(fields).build();
    }

    private ObjectShape object(MergedField field, GraphQLObjectType type) {
        List<ObjectShape.Step> steps = new ArrayList<>();
        collector
                .collectFields(of(type), field, false)
                .getSubFields()
                .forEach((key, below) -> steps.add(step(key, below, type)));
        return new ObjectShape(List.copyOf(steps));
    }

    private FieldCollectorParameters of(GraphQLObjectType type) {
        return FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
    }

    private ObjectShape.Step step(String key, MergedField field, GraphQLObjectType type) {
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, type, field.getName());
        if (definition == Introspection.TypeNameMetaFieldDef) {
            return new ObjectShape.TypeName(key, type.getName());
        }
        if (schema.getCodeRegistry().getDataFetcher(type, definition) instanceof PlainField plain
                && plain.isOfRecord()
                && definition.getArguments().isEmpty()) {
            GraphQLType its = definition.getType();
            return new ObjectShape.Value(key, plain, isNonNull(its), shape(unwrapNonNull(its), field));
        }
        throw IrregularException.IT;
    }

    private Shape shape(GraphQLType type, MergedField field) {
        if (type instanceof GraphQLScalarType scalar) {
            return Shape.scalar(scalar);
        }
        if (type instanceof GraphQLEnumType constants) {
            return Shape.constant(constants);
        }
        if (type instanceof GraphQLList) {
            GraphQLType element = unwrapOne(type);
            return Shape.list(shape(unwrapNonNull(element), field), isNonNull(element));
        }
        if (type instanceof GraphQLObjectType object) {
            return object(field, object);
        }
        throw IrregularException.IT;
    }
}
