package dev.cordon.api.lean;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.ExecutionResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data that is written here reads letter by letter as SmallRye writes it. */
@QuarkusTest
class WrittenDataTest {
    @Test
    void everyCharacterIsWrittenAlike() {
        for (int letter = Character.MIN_VALUE; letter <= Character.MAX_VALUE; letter++) {
            String text = "a" + (char) letter;
            if (letter < 0x100 || letter % 97 == 0 || Character.isSurrogate((char) letter)) {
                isWrittenAlike(Map.of(text, List.of(text, "" + (char) letter)));
            }
        }
    }

    @Test
    void everyValueOfTheEngineIsWrittenAlike() {
        isWrittenAlike(Map.of());
        isWrittenAlike(
                new LinkedHashMap<>(Map.of("list", Arrays.asList(null, true, false, 1, -2L, "", List.of(), Map.of()))));
        for (String number : List.of("0", "1E+3", "1.10", "-0.001", "1E-10", "123456789012345678901234567890")) {
            isWrittenAlike(Map.of("number", new BigDecimal(number)));
            isWrittenAlike(Map.of("number", new BigDecimal(number).toBigInteger()));
        }
    }

    @Test
    void drawnTreesAreWrittenAlike() {
        for (int seed = 0; seed < 2_000; seed++) {
            isWrittenAlike(tree(new Random(seed), 0));
        }
    }

    @Test
    void whatTheEngineHardlyEverMakesIsLeftToSmallRye() {
        for (Object odd : List.of(1.5d, 2.5f, Thread.State.NEW, (short) 3)) {
            ExecutionResult result = ExecutionResultImpl.newExecutionResult()
                    .data(Map.of("odd", odd))
                    .build();

            assertThat(WrittenData.of(result)).isSameAs(result);
        }
    }

    @Test
    void withoutDataNothingIsWritten() {
        ExecutionResult none =
                ExecutionResultImpl.newExecutionResult().data(null).build();

        assertThat(WrittenData.of(none)).isSameAs(none);
    }

    private static void isWrittenAlike(Map<?, ?> data) {
        ExecutionResult result =
                ExecutionResultImpl.newExecutionResult().data(data).build();
        ExecutionResult written = WrittenData.of(result);

        assertThat(written.<Object>getData()).isInstanceOf(WrittenData.class);
        assertThat(new ExecutionResponse(written).getExecutionResultAsString())
                .isEqualTo(new ExecutionResponse(result).getExecutionResultAsString());
    }

    private static Map<String, Object> tree(Random random, int depth) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.put("k\"" + random.nextInt(99), value(random, depth));
        }
        return entries;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(20) - 5);
            case 3 -> new BigInteger(80, random);
            case 4 -> "x\n\u00e9\ud83d\ude00\\\"\t\u0001" + random.nextInt();
            case 5 -> tree(random, depth + 1);
            default -> new ArrayList<>(List.of(value(random, depth + 1), value(random, depth + 1)));
        };
    }
}
