package dev.cordon.api.limits;

import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;

/** Refuses a whole request before anything of it runs. */
final class Refusal {
    private Refusal() {}

    /** The exception that ends the request with this message and {@code extensions.code}. */
    static AbortExecutionException of(String code, String message) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", code))
                .build()));
    }
}
