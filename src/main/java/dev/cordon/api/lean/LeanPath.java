package dev.cordon.api.lean;

import graphql.ExecutionResult;
import graphql.GraphQL;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.spi.EventingService;
import jakarta.annotation.Priority;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the lean path into the GraphQL engine, unless {@code cordon.lean-path} is off: then the engine does everything, with the
 * same answers. Found by SmallRye through its service file.
 */
@Priority(LeanPath.LAST)
public final class LeanPath implements EventingService {
    /** After whoever adds instrumentation. */
    static final int LAST = 1_000_000;

    private static final String KEY = "cordon.lean-path";

    private volatile boolean isInstalled;

    @Override
    public String getConfigKey() {
        // None: it decides itself, and is on if nothing is said.
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        if (!isOn()) {
            return builder;
        }
        isInstalled = true;
        Plans plans = new Plans();
        LeanQueries queries = new LeanQueries(plans);
        return builder.instrumentation(new RequestsOnly(builder.build().getInstrumentation(), plans))
                .queryExecutionStrategy(queries)
                .mutationExecutionStrategy(new LeanMutations(queries));
    }

    @Override
    public void afterExecute(Context context) {
        if (isInstalled && Completion.on) {
            ((SmallRyeContext) context).setExecutionResult(WrittenData.of(context.unwrap(ExecutionResult.class)));
        }
    }

    static boolean isOn() {
        return ConfigProvider.getConfig().getOptionalValue(KEY, Boolean.class).orElse(true);
    }
}
