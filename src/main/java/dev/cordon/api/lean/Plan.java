package dev.cordon.api.lean;

import graphql.execution.MergedSelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How an object is completed.
 *
 * @param keys the names of its entries, in the order of the answer
 * @param plain the entries that accessors give
 * @param rest the fields the engine is to complete beside them
 */
record Plan(List<String> keys, ObjectShape plain, MergedSelectionSet rest) {
    /** Whether accessors give all of it. */
    boolean isWhole() {
        return rest.isEmpty();
    }

    /**
     * The plain entries together with what the engine made of the rest.
     *
     * @param completed its entries, or their promise
     */
    Object joined(Map<String, Object> done, Object completed) {
        return completed instanceof CompletableFuture<?> promise
                ? promise.thenApply(entries -> joined(done, (Map<?, ?>) entries))
                : joined(done, (Map<?, ?>) completed);
    }

    /** Without entries the object is none: something in it that must not be null was. */
    private @Nullable Map<String, Object> joined(Map<String, Object> done, @Nullable Map<?, ?> completed) {
        if (completed == null) {
            return null;
        }
        Map<String, Object> all = new LinkedHashMap<>(keys.size() * 2);
        keys.forEach(key -> all.put(key, completed.containsKey(key) ? completed.get(key) : done.get(key)));
        return all;
    }
}
