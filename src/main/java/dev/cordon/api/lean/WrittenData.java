package dev.cordon.api.lean;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * The data of an answer, written already. SmallRye hands JSON values through, and its library prints a number as its text: so
 * data that poses as a number is printed as it is, and no tree is made of it.
 */
record WrittenData(String text) implements JsonNumber {
    /** Whether the library does print numbers so. If not, SmallRye writes answers as ever. */
    private static final boolean IS_PRINTED_AS_IT_IS = "{\"data\":{\"a\":[]}}"
            .equals(Json.createObjectBuilder()
                    .add("data", new WrittenData("{\"a\":[]}"))
                    .build()
                    .toString());

    /** The same result, its data written if there is any. */
    static ExecutionResult of(ExecutionResult result) {
        if (!IS_PRINTED_AS_IT_IS || !(result.getData() instanceof Map<?, ?> data)) {
            return result;
        }
        try {
            WrittenData written = new WrittenData(JsonText.of(data));
            return ExecutionResultImpl.newExecutionResult()
                    .from(result)
                    .data(written)
                    .build();
        } catch (IrregularException irregular) {
            return result;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public ValueType getValueType() {
        return ValueType.NUMBER;
    }

    @Override
    public boolean isIntegral() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int intValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int intValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long longValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long longValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger bigIntegerValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger bigIntegerValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public double doubleValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigDecimal bigDecimalValue() {
        throw new UnsupportedOperationException();
    }
}
