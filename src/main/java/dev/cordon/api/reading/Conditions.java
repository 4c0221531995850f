package dev.cordon.api.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL conditions that must all hold, with the values of their {@code ?} in order. */
final class Conditions {
    private final List<String> sql = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions and(String condition, Object... itsValues) {
        sql.add(condition);
        Collections.addAll(values, itsValues);
        return this;
    }

    /** The condition with the value, unless there is none. */
    Conditions andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    String sql() {
        return sql.isEmpty() ? "true" : String.join(" and ", sql);
    }

    Object[] values() {
        return values.toArray();
    }
}
