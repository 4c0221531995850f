package dev.cordon.api.limits;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Says in words of the schema that a value inside an input is not of its type. The engine finds that out only while it
 * makes the input's Java object, and would name the class of that object.
 */
final class InvalidValues extends SimplePerformantInstrumentation {
    private static final String INSIDE_NAME = "Unknown Scalar Type";

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        if (result.getErrors().stream().noneMatch(InvalidValues::isInvalidValue)) {
            return CompletableFuture.completedFuture(result);
        }
        List<GraphQLError> errors = result.getErrors().stream()
                .map(error -> isInvalidValue(error) ? named(error) : error)
                .toList();
        return CompletableFuture.completedFuture(ExecutionResultImpl.newExecutionResult()
                .from(result)
                .errors(errors)
                .build());
    }

    private static boolean isInvalidValue(GraphQLError error) {
        if (error instanceof ExceptionWhileDataFetching failure) {
            return failure.getException() instanceof CoercingParseLiteralException
                    || failure.getException() instanceof CoercingParseValueException;
        }
        return error instanceof ValidationError
                && String.valueOf(error.getMessage()).contains(INSIDE_NAME);
    }

    private static GraphQLError named(GraphQLError error) {
        return GraphqlErrorBuilder.newError()
                .message("A value of this field's arguments is not of its type: a date, a number, an id or a duration. "
                        + "Write each as the schema says.")
                .locations(error.getLocations())
                .path(error.getPath())
                .extensions(Map.of("code", "invalid-value"))
                .build();
    }
}
