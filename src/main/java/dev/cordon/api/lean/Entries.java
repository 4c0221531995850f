package dev.cordon.api.lean;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The entries of one object of an answer: names that it shares with all of its shape, and values of its own. It is never changed. */
final class Entries extends AbstractMap<String, Object> {
    private final List<String> keys;
    private final List<String> labels;
    private final @Nullable Object[] values;

    /**
     * Keeps the values as they are given.
     *
     * @param keys the names, each once
     * @param labels the names as JSON has them before a value, such as {@code "title":}
     * @param values one for each
     */
    Entries(List<String> keys, List<String> labels, @Nullable Object[] values) {
        this.keys = keys;
        this.labels = labels;
        this.values = values;
    }

    String label(int place) {
        return labels.get(place);
    }

    @Nullable
    Object value(int place) {
        return values[place];
    }

    @Override
    public @Nullable Object get(Object key) {
        int place = keys.indexOf(key);
        return place < 0 ? null : values[place];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return IntStream.range(0, values.length)
                        .<Map.Entry<String, Object>>mapToObj(
                                place -> new SimpleImmutableEntry<>(keys.get(place), values[place]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
