package dev.cordon.api.limits;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/** The engine's own limit of depth, which looks at a document in each request, for those that could pass it. */
final class DepthLimit extends MaxQueryDepthInstrumentation {
    private final CheapDocuments cheap;

    DepthLimit(int deepest, CheapDocuments cheap) {
        super(deepest);
        this.cheap = cheap;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        return cheap.contain(parameters.getExecutionContext()) ? null : super.beginExecuteOperation(parameters, state);
    }
}
