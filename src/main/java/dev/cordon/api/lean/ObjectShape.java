package dev.cordon.api.lean;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is selected of the objects of one type, in the order of the answer. */
final class ObjectShape implements Shape {
    private final List<Step> steps;
    private final List<String> keys;
    private final List<String> labels;

    ObjectShape(List<Step> steps) {
        this.steps = List.copyOf(steps);
        keys = steps.stream().map(Step::key).toList();
        // A name has letters, digits and underscores only: none that JSON would write another way.
        labels = keys.stream().map(key -> '"' + key + "\":").toList();
    }

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
        Object[] values = new Object[steps.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = steps.get(i).complete(source, request);
        }
        return new Entries(keys, labels, values);
    }
}
