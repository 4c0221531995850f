package dev.cordon.api.limits;

import dev.cordon.database.Outage;
import dev.cordon.door.GraphQLAnswer;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Tells the door what became of a request. A database that cannot be reached is the whole of the answer. */
final class Outcome extends SimplePerformantInstrumentation {
    private static final Logger LOG = Logger.getLogger(Outcome.class);

    private static final ExecutionResult OUTAGE = ExecutionResultImpl.newExecutionResult()
            .addError(GraphqlErrorBuilder.newError()
                    .message(GraphQLAnswer.OUTAGE_MESSAGE)
                    .extensions(Map.of("code", GraphQLAnswer.OUTAGE_CODE))
                    .build())
            .build();

    private record State(Optional<GraphQLAnswer> answer) implements InstrumentationState {}

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new State(GraphQLAnswer.current());
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Optional<GraphQLAnswer> answer = ((State) state).answer();
        if (result.getErrors().stream().anyMatch(Outcome::isOutage)) {
            LOG.warn("Request not answered, the database cannot be reached");
            answer.ifPresent(GraphQLAnswer::markOutage);
            return CompletableFuture.completedFuture(OUTAGE);
        }
        if (result.isDataPresent()) {
            answer.ifPresent(GraphQLAnswer::markExecuted);
        }
        return CompletableFuture.completedFuture(result);
    }

    private static boolean isOutage(GraphQLError error) {
        return error instanceof ExceptionWhileDataFetching failure && Outage.isBehind(failure.getException());
    }
}
