package dev.cordon.api.lean;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import java.util.Locale;

/** What scalars want to know of the request they are written for. */
record Request(GraphQLContext context, Locale locale) {
    static Request of(ExecutionContext context) {
        return new Request(context.getGraphQLContext(), context.getLocale());
    }
}
