package dev.cordon.api.limits;

import graphql.GraphQL;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import io.smallrye.graphql.spi.EventingService;
import io.smallrye.graphql.spi.config.Config;
import java.util.stream.Stream;

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
        int deepest = Config.get().getQueryDepthInstrumentation().orElseThrow();
        CheapDocuments cheap = new CheapDocuments(deepest);
        Stream<Instrumentation> its = its(builder)
                .map(each -> each instanceof MaxQueryDepthInstrumentation ? new DepthLimit(deepest, cheap) : each);
        Stream<Instrumentation> before = Stream.of(new Outcome(), new InvalidValues(), new DocumentLimits());
        Stream<Instrumentation> after = Stream.of(new Transport(), new ConnectionLimits(cheap));
        return builder.instrumentation(new ChainedInstrumentation(
                Stream.of(before, its, after).flatMap(each -> each).toList()));
    }

    /** SmallRye's own instrumentation stays: it fills the query cache and limits the depth. */
    private static Stream<Instrumentation> its(GraphQL.Builder builder) {
        return ((ChainedInstrumentation) builder.build().getInstrumentation()).getInstrumentations().stream();
    }
}
