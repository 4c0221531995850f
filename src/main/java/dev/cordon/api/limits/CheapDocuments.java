package dev.cordon.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/**
 * The documents that keep to the bounds whatever their variables are. Each is looked at once, with everything that variables
 * may leave out; only those that could be too deep or too costly are looked at again in each request.
 */
final class CheapDocuments {
    /** As many as SmallRye's query cache keeps, so that the same text is the same document. */
    private static final int MOST_DOCUMENTS = 2_048;

    private final Cache<Document, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();
    private final int deepest;

    /** @param deepest fields one in another that are allowed */
    CheapDocuments(int deepest) {
        this.deepest = deepest;
    }

    /** Whether the request's document is one of them. */
    boolean contain(ExecutionContext request) {
        return known.get(request.getDocument(), document -> isCheap(document, request.getGraphQLSchema()));
    }

    private boolean isCheap(Document document, GraphQLSchema schema) {
        DocumentSize size = new DocumentSize(document);
        ListedConnections listed = new ListedConnections(document, schema);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .noneMatch(
                        operation -> size.of(operation.getSelectionSet()).depth() > deepest || listed.isIn(operation));
    }
}
