package dev.cordon.api.lean;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultNodesInfo;
import graphql.schema.GraphQLObjectType;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Completes what is plain of an object, with all below it, in one walk, or not at all. Accessors of records change nothing, so
 * the engine can do over again what was given up, and then says itself what is wrong with it.
 */
final class Completion {
    /** Objects completed here, and objects left to the engine as a whole, since the start. */
    static final LongAdder LEAN = new LongAdder();

    static final LongAdder LEFT_TO_ENGINE = new LongAdder();

    /** Tests that compare with the engine turn it off for a moment. */
    static volatile boolean on = true;

    private final Plans plans;

    Completion(Plans plans) {
        this.plans = plans;
    }

    static void count(boolean isLean) {
        (isLean ? LEAN : LEFT_TO_ENGINE).increment();
    }

    /** How the object is completed; nothing if nothing of it is plain, or the request is of a kind only the engine knows. */
    Optional<Plan> plan(ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type) {
        return on && isOrdinary(context, parameters)
                ? plans.of(context, parameters.getField(), type)
                : Optional.empty();
    }

    /** The plain entries of the object; nothing if a value does not fit its place. */
    Optional<Map<String, Object>> of(Plan plan, ExecutionContext context, Object value) {
        try {
            return Optional.of(plan.plain().complete(value, Request.of(context)));
        } catch (RuntimeException irregular) {
            return Optional.empty();
        } finally {
            // As the engine's fetchers do: a thread must not keep the context of a request that is over.
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private static boolean isOrdinary(ExecutionContext context, ExecutionStrategyParameters parameters) {
        return !context.hasIncrementalSupport()
                && parameters.getDeferredCallContext() == null
                && !context.getGraphQLContext().hasKey(ResultNodesInfo.MAX_RESULT_NODES);
    }
}
