package dev.cordon.api.lean;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLObjectType;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import java.util.Map;
import java.util.Optional;

/** Executes queries, and what is below the field of a mutation, as the engine does, but what is plain by {@link Completion}. */
final class LeanQueries extends AsyncExecutionStrategy {
    private final Completion completion;

    LeanQueries(Plans plans) {
        super(new ExceptionHandler());
        this.completion = new Completion(plans);
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object value) {
        return lean(context, parameters, type, value)
                .orElseGet(() -> super.completeValueForObject(context, parameters, type, value));
    }

    /** The object or its promise; nothing if the engine must complete all of it. */
    Optional<Object> lean(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object value) {
        Optional<Plan> plan = completion.plan(context, parameters, type);
        Optional<Map<String, Object>> plain = plan.flatMap(its -> completion.of(its, context, value));
        Completion.count(plain.isPresent());
        return plain.map(entries -> {
            Plan its = plan.orElseThrow();
            return its.isWhole()
                    ? entries
                    : its.joined(
                            entries,
                            rest(
                                    its,
                                    context,
                                    parameters.transform(below -> below.executionStepInfo(parameters
                                                    .getExecutionStepInfo()
                                                    .changeTypeWithPreservedNonNull(type))
                                            .source(value))));
        });
    }

    private Object rest(Plan plan, ExecutionContext context, ExecutionStrategyParameters object) {
        return executeObject(context, object.transform(below -> below.fields(plan.rest())));
    }
}
