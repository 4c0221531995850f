package dev.cordon.api.limits;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connections below lists in a valid document, wherever and whatever variables leave out. Each fragment is walked twice at most. */
final class ListedConnections {
    private record Spread(String fragment, boolean isBelowList) {}

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Set<Spread> walked = new HashSet<>();

    ListedConnections(Document document, GraphQLSchema schema) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** Whether a type's values are pages of a list. */
    static boolean isConnection(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type).getName().endsWith("Connection");
    }

    static boolean isList(GraphQLType type) {
        return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
    }

    boolean isIn(OperationDefinition operation) {
        GraphQLCompositeType root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return isIn(operation.getSelectionSet(), root, false);
    }

    private boolean isIn(@Nullable SelectionSet selections, GraphQLCompositeType type, boolean isBelowList) {
        return selections != null
                && selections.getSelections().stream().anyMatch(selection -> isIn(selection, type, isBelowList));
    }

    private boolean isIn(Selection<?> selection, GraphQLCompositeType type, boolean isBelowList) {
        if (selection instanceof Field field) {
            return isIn(field, type, isBelowList);
        }
        if (selection instanceof InlineFragment inline) {
            return isIn(inline.getSelectionSet(), conditioned(inline.getTypeCondition(), type), isBelowList);
        }
        FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
        return walked.add(new Spread(fragment.getName(), isBelowList))
                && isIn(fragment.getSelectionSet(), conditioned(fragment.getTypeCondition(), type), isBelowList);
    }

    private boolean isIn(Field field, GraphQLCompositeType type, boolean isBelowList) {
        GraphQLOutputType its =
                Introspection.getFieldDef(schema, type, field.getName()).getType();
        if (isBelowList && isConnection(its)) {
            return true;
        }
        return field.getSelectionSet() != null
                && isIn(
                        field.getSelectionSet(),
                        (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(its),
                        isBelowList || isList(its));
    }

    private GraphQLCompositeType conditioned(@Nullable TypeName condition, GraphQLCompositeType type) {
        return condition == null ? type : (GraphQLCompositeType) schema.getType(condition.getName());
    }
}
