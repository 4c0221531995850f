package dev.cordon.api.lean;

import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLObjectType;
import io.smallrye.graphql.execution.error.ExceptionHandler;

/** Executes mutations as the engine does, but completes the object they answer as {@link LeanQueries} do. */
final class LeanMutations extends AsyncSerialExecutionStrategy {
    private final LeanQueries queries;

    LeanMutations(LeanQueries queries) {
        super(new ExceptionHandler());
        this.queries = queries;
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object value) {
        return queries.lean(context, parameters, type, value)
                .orElseGet(() -> super.completeValueForObject(context, parameters, type, value));
    }
}
