package dev.cordon.api.reading;

import dev.cordon.access.AskedTime;
import dev.cordon.access.Excerpt;
import dev.cordon.access.Storable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL conditions that must all hold, with the values of their {@code ?} in order. */
final class Conditions {
    private final List<String> sql = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions and(String condition, Object... itsValues) {
        for (Object value : itsValues) {
            mustBeAskable(value);
        }
        sql.add(condition);
        Collections.addAll(values, itsValues);
        return this;
    }

    /** The condition with the value, unless there is none. */
    Conditions andIf(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    private static void mustBeAskable(Object value) {
        if (value instanceof String text && !Storable.is(text)) {
            throw new InvalidPageException("\"" + Excerpt.of(text)
                    + "\" contains a NUL character or half of a surrogate pair; nothing here does. Remove it.");
        }
        if (value instanceof Instant instant && !AskedTime.is(instant)) {
            throw new InvalidPageException(instant + " is out of bounds. " + AskedTime.REMEDY);
        }
    }

    String sql() {
        return sql.isEmpty() ? "true" : String.join(" and ", sql);
    }

    Object[] values() {
        return values.toArray();
    }
}
