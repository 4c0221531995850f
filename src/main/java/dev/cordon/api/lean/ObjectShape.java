package dev.cordon.api.lean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is selected of the objects of one type, in the order of the answer. */
record ObjectShape(List<Step> steps) implements Shape {
    /**
     * One entry of the answer.
     *
     * @param key its name in the answer: the alias, if there is one
     */
    interface Step {
        String key();

        @Nullable
        Object complete(Object source, Request request);
    }

    /** The name of the type. */
    record TypeName(String key, String name) implements Step {
        @Override
        public Object complete(Object source, Request request) {
            return name;
        }
    }

    /** What an accessor gives. */
    record Value(String key, PlainField field, boolean isRequired, Shape shape) implements Step {
        @Override
        public @Nullable Object complete(Object source, Request request) {
            Object value = field.read(source);
            Object done = value == null ? null : shape.complete(value, request);
            return isRequired ? Shape.required(done) : done;
        }
    }

    @Override
    public Map<String, Object> complete(Object source, Request request) {
        Map<String, Object> entries = new LinkedHashMap<>(steps.size() * 2);
        for (Step step : steps) {
            entries.put(step.key(), step.complete(source, request));
        }
        return entries;
    }
}
