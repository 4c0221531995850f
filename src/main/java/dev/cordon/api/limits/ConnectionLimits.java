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
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a connection below a list, such as the timelines of a page of incidents: each would be read on its own, so the
 * cost of a request would no longer be bounded by its depth and page size.
 */
final class ConnectionLimits extends SimplePerformantInstrumentation {
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext request = parameters.getExecutionContext();
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
        return null;
    }

    private static void refuseConnectionBelowList(QueryVisitorFieldEnvironment field) {
        if (isConnection(field) && liesBelowList(field)) {
            throw Refusal.of(
                    "too-costly",
                    "\"" + field.getField().getName()
                            + "\" is a connection below a list. Ask for it of one object at a time.");
        }
    }

    private static boolean isConnection(QueryVisitorFieldEnvironment field) {
        return GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType())
                .getName()
                .endsWith("Connection");
    }

    private static boolean liesBelowList(QueryVisitorFieldEnvironment field) {
        for (var above = field.getParentEnvironment(); above != null; above = above.getParentEnvironment()) {
            if (GraphQLTypeUtil.unwrapNonNull(above.getFieldDefinition().getType()) instanceof GraphQLList) {
                return true;
            }
        }
        return false;
    }
}
