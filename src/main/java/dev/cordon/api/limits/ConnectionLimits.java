package dev.cordon.api.limits;

import graphql.ExecutionResult;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a connection below a list, such as the timelines of a page of incidents: each would be read on its own, so the
 * cost of a request would no longer be bounded by its depth and page size.
 */
final class ConnectionLimits extends SimplePerformantInstrumentation {
    private final CheapDocuments cheap;

    ConnectionLimits(CheapDocuments cheap) {
        this.cheap = cheap;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext request = parameters.getExecutionContext();
        if (!cheap.contain(request)) {
            lookAt(request);
        }
        return null;
    }

    private static void lookAt(ExecutionContext request) {
        QueryTraverser.newQueryTraverser()
                .schema(request.getGraphQLSchema())
                .document(request.getDocument())
                .operationName(request.getOperationDefinition().getName())
                .coercedVariables(request.getCoercedVariables())
                .build()
                .visitPreOrder(new QueryVisitorStub() {
                    @Override
                    public void visitField(QueryVisitorFieldEnvironment field) {
                        refuseConnectionBelowList(field);
                    }
                });
    }

    private static void refuseConnectionBelowList(QueryVisitorFieldEnvironment field) {
        if (ListedConnections.isConnection(field.getFieldDefinition().getType()) && liesBelowList(field)) {
            throw Refusal.of(
                    "too-costly",
                    "\"" + field.getField().getName()
                            + "\" is a connection below a list. Ask for it of one object at a time.");
        }
    }

    private static boolean liesBelowList(QueryVisitorFieldEnvironment field) {
        for (var above = field.getParentEnvironment(); above != null; above = above.getParentEnvironment()) {
            if (ListedConnections.isList(above.getFieldDefinition().getType())) {
                return true;
            }
        }
        return false;
    }
}
