package dev.cordon.api.lean;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import org.jspecify.annotations.Nullable;

/** Marks the plain fields when the schema is made. Found by SmallRye through its service file. */
public final class PlainFields implements DataFetcherService {
    @Override
    public Integer getPriority() {
        return 1;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return PlainField.fits(field) ? new PlainField(field, type, owner) : null;
    }
}
