package dev.cordon.api.limits;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each kind of operation to its way: a WebSocket takes subscriptions only, since what is asked and changed has its
 * budgets, bounds and idempotency on HTTP; HTTP takes none, since an answer ends.
 */
public final class Transport extends SimplePerformantInstrumentation {
    /** What a WebSocket puts into the context of the operations it runs. */
    public static final Map<String, Object> SOCKET = Map.of(Transport.class.getName(), true);

    Transport() {}

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var request = parameters.getExecutionContext();
        boolean socket = request.getGraphQLContext().hasKey(Transport.class.getName());
        boolean subscription = request.getOperationDefinition().getOperation() == Operation.SUBSCRIPTION;
        if (socket && !subscription) {
            throw Refusal.of(
                    "subscriptions-only", "A WebSocket takes subscriptions only. Send queries and mutations by POST.");
        }
        if (!socket && subscription) {
            throw Refusal.of(
                    "subscription-needs-socket",
                    "A subscription needs a WebSocket. Open one to /graphql that speaks graphql-transport-ws.");
        }
        return null;
    }
}
