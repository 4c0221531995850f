package dev.cordon.api.lean;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of an answer as JSON in one walk, letter by letter as SmallRye's library writes it. */
final class JsonText {
    private static final char FIRST_PRINTABLE = 0x20;

    /** Characters that most answers have room in. */
    private static final int USUAL = 8_192;

    private final StringBuilder text = new StringBuilder(USUAL);

    private JsonText() {}

    /**
     * The text.
     *
     * @throws IrregularException if there is something in the data that the engine hardly ever makes
     */
    static String of(Map<?, ?> data) {
        JsonText written = new JsonText();
        written.object(data);
        return written.text.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String words) {
            string(words);
        } else if (value instanceof Entries entries) {
            entries(entries);
        } else if (value instanceof Map<?, ?> entries) {
            object(entries);
        } else if (value instanceof Collection<?> elements) {
            array(elements);
        } else if (value == null || value instanceof Boolean || isExact(value)) {
            text.append(value);
        } else {
            throw IrregularException.IT;
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof BigInteger;
    }

    private void entries(Entries entries) {
        char before = '{';
        for (int i = 0; i < entries.size(); i++) {
            text.append(before).append(entries.label(i));
            value(entries.value(i));
            before = ',';
        }
        text.append(entries.isEmpty() ? "{}" : "}");
    }

    private void object(Map<?, ?> entries) {
        text.append('{');
        int begin = text.length();
        entries.forEach((key, value) -> {
            if (text.length() > begin) {
                text.append(',');
            }
            string((String) key);
            text.append(':');
            value(value);
        });
        text.append('}');
    }

    private void array(Collection<?> elements) {
        text.append('[');
        int begin = text.length();
        for (Object each : elements) {
            if (text.length() > begin) {
                text.append(',');
            }
            value(each);
        }
        text.append(']');
    }

    private void string(String words) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter < FIRST_PRINTABLE || letter == '"' || letter == '\\') {
                text.append(words, written, i);
                escaped(letter);
                written = i + 1;
            }
        }
        if (written == 0) {
            // Copied as a whole, not letter by letter.
            text.append(words);
        } else {
            text.append(words, written, words.length());
        }
        text.append('"');
    }

    private void escaped(char letter) {
        switch (letter) {
            case '"', '\\' -> text.append('\\').append(letter);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(String.format("\\u%04x", (int) letter));
        }
    }
}
