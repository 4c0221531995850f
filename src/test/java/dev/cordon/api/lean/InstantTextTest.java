package dev.cordon.api.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.transformation.Transformer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Instants are written as SmallRye writes them. */
class InstantTextTest {
    private final Transformer<Object, Object> its = smallRyes();

    private final InstantText text = new InstantText(its);

    @Test
    void letterByLetter() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-62_167_219_200L - 1_000, 253_402_300_799L + 1_000);
            int nano = i % 3 == 0 ? random.nextInt(1_000_000_000) : random.nextInt(1_000) * 1_000_000;
            same(Instant.ofEpochSecond(second, nano));
        }
    }

    @Test
    void atTheEdges() {
        for (String edge : List.of(
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.001Z",
                "2026-02-28T23:59:59.100Z",
                "2024-02-29T00:00:00.010Z",
                "2026-11-30T10:15:30.123456Z")) {
            same(Instant.parse(edge));
        }
        same(Instant.EPOCH);
    }

    private void same(Instant instant) {
        assertThat(text.out(instant)).isEqualTo(its.out(instant));
    }

    @SuppressWarnings("unchecked")
    private static Transformer<Object, Object> smallRyes() {
        Reference reference = new Reference();
        reference.setClassName(Instant.class.getName());
        reference.setGraphQLClassName("DateTime");
        reference.setType(ReferenceType.SCALAR);
        return (Transformer<Object, Object>) Transformer.transformer(new Field("getAt", "at", "at", reference));
    }
}
