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
        if (plain.isEmpty() || plan.orElseThrow().isWhole()) {
            return plain.map(Object.class::cast);
        }
        ExecutionStrategyParameters rest = parameters.transform(changed -> changed.executionStepInfo(
                        parameters.getExecutionStepInfo().changeTypeWithPreservedNonNull(type))
                .fields(plan.orElseThrow().rest())
                .source(value));
        return Optional.of(plan.orElseThrow().joined(plain.orElseThrow(), executeObject(context, rest)));
    }
}
