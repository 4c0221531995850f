package dev.cordon.api.lean;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.validation.ValidationError;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks the instrumentation of a request at its steps, validation among them, which fills the query cache, and not at every
 * field: none of it listens there.
 */
final class RequestsOnly extends SimplePerformantInstrumentation {
    private final Instrumentation its;
    private final Plans plans;

    RequestsOnly(Instrumentation its, Plans plans) {
        this.its = its;
        this.plans = plans;
    }

    @Override
    public @Nullable CompletableFuture<InstrumentationState> createStateAsync(
            InstrumentationCreateStateParameters parameters) {
        return its.createStateAsync(parameters);
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.instrumentExecutionInput(input, parameters, state);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.beginExecution(parameters, state);
    }

    @Override
    public @Nullable InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.beginParse(parameters, state);
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables request, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.instrumentDocumentAndVariables(request, parameters, state);
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        return its.beginValidation(parameters, state);
    }

    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.instrumentExecutionContext(context, parameters, state);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        return its.beginExecuteOperation(parameters, state);
    }

    /** Tells resolvers what was asked for without asking the engine each time. */
    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        return fetcher instanceof PlugableBatchableDataFetcher && Completion.on
                ? field -> fetcher.get(told(field))
                : fetcher;
    }

    private DataFetchingEnvironment told(DataFetchingEnvironment field) {
        return plans.asked(field)
                .<DataFetchingEnvironment>map(known -> new Fetching(field, known))
                .orElse(field);
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return its.instrumentExecutionResult(result, parameters, state);
    }
}
