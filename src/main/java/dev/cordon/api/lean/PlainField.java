package dev.cordon.api.lean;

import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.Transformer;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that an accessor gives: a value, or a list of values, that SmallRye at most writes in its usual form. To the engine it
 * is the fetcher SmallRye would have made.
 */
final class PlainField extends FieldDataFetcher<Object> {
    private static final Set<String> OPTIONAL =
            Set.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

    private final Field field;
    private final Reference owner;
    private @Nullable Access access;

    PlainField(Field field, Type type, Reference owner) {
        super(field, type, owner);
        this.field = field;
        this.owner = owner;
    }

    /** Whether what is known of a field when the schema is made lets it be plain. */
    static boolean fits(Field field) {
        Reference reference = field.getReference();
        return field.getMethodName() != null
                && !field.hasTransformation()
                && !field.isAdaptingTo()
                && !field.isAdaptingWith()
                && !reference.isAdaptingTo()
                && !reference.isAdaptingWith()
                && !OPTIONAL.contains(reference.getClassName())
                && fits(field.getWrapper());
    }

    private static boolean fits(@Nullable Wrapper wrapper) {
        return wrapper == null
                || wrapper.getWrapper() == null && List.class.getName().equals(wrapper.getWrapperClassName());
    }

    /** Whether the accessor is one of a record, which changes nothing however often it is called. */
    boolean isOfRecord() {
        return access().isOfRecord;
    }

    /**
     * The value in this record, in the form in which SmallRye hands it to the engine.
     *
     * @throws IrregularException if the accessor fails
     */
    @Nullable
    Object read(Object source) {
        Access its = access();
        try {
            Object value = its.accessor.invoke(source);
            return value == null || its.form == null ? value : inForm(value, its.form);
        } catch (ReflectiveOperationException failure) {
            throw IrregularException.IT;
        }
    }

    private static Object inForm(Object value, Transformer<Object, Object> form) {
        if (!(value instanceof List<?> list)) {
            return form.out(value);
        }
        List<@Nullable Object> formed = new ArrayList<>(list.size());
        for (Object each : list) {
            formed.add(each == null ? null : form.out(each));
        }
        return formed;
    }

    /** Looked up on first use, as SmallRye does: a schema is made while a native image is built. */
    private Access access() {
        Access known = access;
        if (known == null) {
            known = Access.of(field, owner);
            access = known;
        }
        return known;
    }

    private record Access(
            boolean isOfRecord, Method accessor, @Nullable Transformer<Object, Object> form) {
        static Access of(Field field, Reference owner) {
            try {
                Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
                return new Access(type.isRecord(), type.getMethod(field.getMethodName()), form(field));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @SuppressWarnings("unchecked")
        private static @Nullable Transformer<Object, Object> form(Field field) {
            Reference reference = field.getReference();
            boolean isWrittenAnotherWay = reference.getType() == ReferenceType.SCALAR
                    && !reference.getClassName().equals(reference.getGraphQLClassName());
            if (!isWrittenAnotherWay) {
                return null;
            }
            Transformer<Object, Object> its = (Transformer<Object, Object>) Transformer.transformer(field);
            return reference.getClassName().equals(Instant.class.getName()) ? new InstantText(its) : its;
        }
    }
}
