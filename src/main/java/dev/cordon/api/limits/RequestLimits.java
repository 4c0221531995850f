package dev.cordon.api.limits;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;

/**
 * Puts the bounds of a request into the GraphQL engine, beside the depth limit it has itself, and what the door wants to
 * know of the outcome. Found by SmallRye through its service file.
 */
public final class RequestLimits implements EventingService {
    /** SmallRye's own {@code parser-max-tokens} sets the options of schema documents, not those of requests. */
    private static final int MOST_TOKENS = 4_000;

    @Override
    public String getConfigKey() {
        // None: always on.
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions().transform(options -> options.maxTokens(MOST_TOKENS)));
        // SmallRye's own instrumentation stays: it fills the query cache and limits the depth.
        Instrumentation its = builder.build().getInstrumentation();
        return builder.instrumentation(new ChainedInstrumentation(List.of(
                new Outcome(),
                new InvalidValues(),
                new DocumentLimits(),
                its,
                new Transport(),
                new ConnectionLimits())));
    }
}
