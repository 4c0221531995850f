package dev.cordon.api.lean;

import graphql.Directives;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of one document: of each place in it, and for each choice of what variables leave out. */
final class DocumentPlans {
    /** Far more than a document of people has; beyond it a plan is made, used and forgotten. */
    private static final int MOST_PLANS = 64;

    private record Place(List<Field> fields, GraphQLType type, List<@Nullable Object> decided) {}

    private final List<String> deciding;
    private final List<String> defaulted;
    private final Map<Place, Optional<Plan>> plans = new ConcurrentHashMap<>();
    private final Map<Place, Map<String, Boolean>> asked = new ConcurrentHashMap<>();

    DocumentPlans(Document document) {
        this.deciding = deciding(document);
        this.defaulted = defaulted(document);
    }

    Optional<Plan> of(ExecutionContext context, MergedField field, GraphQLObjectType type) {
        Place place = new Place(field.getFields(), type, decided(context.getCoercedVariables()::get));
        Optional<Plan> plan = plans.get(place);
        if (plan == null) {
            plan = new Planner(context).plan(field, type);
            if (plans.size() < MOST_PLANS) {
                plans.put(place, plan);
            }
        }
        return plan;
    }

    /**
     * What is known of the fields asked for below the field that is fetched. Nothing if a variable with a default is null all the
     * same: it may stand where none may be, and then the engine refuses while it looks at what was asked for.
     */
    Optional<Map<String, Boolean>> asked(DataFetchingEnvironment field) {
        if (defaulted.stream().anyMatch(name -> field.getVariables().get(name) == null)) {
            return Optional.empty();
        }
        Place place = new Place(
                field.getMergedField().getFields(), field.getParentType(), decided(field.getVariables()::get));
        Map<String, Boolean> known = asked.get(place);
        if (known == null) {
            known = new ConcurrentHashMap<>();
            if (asked.size() < MOST_PLANS) {
                asked.putIfAbsent(place, known);
            }
        }
        return Optional.of(known);
    }

    private List<@Nullable Object> decided(Function<String, @Nullable Object> variables) {
        if (deciding.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(deciding.size());
        deciding.forEach(name -> values.add(variables.apply(name)));
        return values;
    }

    private static List<String> defaulted(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .filter(variable -> variable.getDefaultValue() != null)
                .map(VariableDefinition::getName)
                .toList();
    }

    /** The variables by which something is skipped or included. */
    @SuppressWarnings("rawtypes")
    private static List<String> deciding(Document document) {
        Set<String> names = new TreeSet<>();
        NodeVisitorStub collect = new NodeVisitorStub() {
            @Override
            public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
                if (node.getName().equals(Directives.SkipDirective.getName())
                        || node.getName().equals(Directives.IncludeDirective.getName())) {
                    node.getArguments().stream()
                            .filter(argument -> argument.getValue() instanceof VariableReference)
                            .forEach(argument -> names.add(((VariableReference) argument.getValue()).getName()));
                }
                return TraversalControl.CONTINUE;
            }
        };
        new NodeTraverser().preOrder(collect, document);
        return List.copyOf(names);
    }
}
