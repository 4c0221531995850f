package dev.cordon.api.lean;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DelegatingDataFetchingEnvironment;
import java.util.Map;

/** What a fetcher is told of its field, with {@link AskedFields}. */
final class Fetching extends DelegatingDataFetchingEnvironment {
    private final DataFetchingFieldSelectionSet asked;

    Fetching(DataFetchingEnvironment its, Map<String, Boolean> known) {
        super(its);
        this.asked = new AskedFields(its.getSelectionSet(), known);
    }

    @Override
    public DataFetchingFieldSelectionSet getSelectionSet() {
        return asked;
    }
}
