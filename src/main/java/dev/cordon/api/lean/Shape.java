package dev.cordon.api.lean;

import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of one type become parts of an answer. */
interface Shape {
    /**
     * The part of the answer.
     *
     * @throws RuntimeException if the value does not fit
     */
    @Nullable
    Object complete(Object value, Request request);

    static Shape scalar(GraphQLScalarType type) {
        Coercing<?, ?> coercing = type.getCoercing();
        return (value, request) -> coercing.serialize(value, request.context(), request.locale());
    }

    /** Constants by their names, as the engine has it when the schema's values are texts. */
    static Shape constant(GraphQLEnumType type) {
        Map<String, String> names = new HashMap<>();
        type.getValues().forEach(value -> names.putIfAbsent(String.valueOf(value.getValue()), value.getName()));
        return (value, request) -> {
            String name = value instanceof Enum<?> constant ? names.get(constant.name()) : null;
            return required(name);
        };
    }

    static Shape list(Shape element, boolean isElementRequired) {
        return (value, request) -> {
            List<?> elements = (List<?>) value;
            List<@Nullable Object> done = new ArrayList<>(elements.size());
            for (Object each : elements) {
                Object complete = each == null ? null : element.complete(each, request);
                done.add(isElementRequired ? required(complete) : complete);
            }
            return done;
        };
    }

    /** The value, which must be there. */
    static Object required(@Nullable Object value) {
        if (value == null) {
            throw IrregularException.IT;
        }
        return value;
    }
}
