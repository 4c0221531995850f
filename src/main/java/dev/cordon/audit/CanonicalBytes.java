package dev.cordon.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that two different sequences of fields never share: a version, then each field behind its length, numbers
 * big-endian. A field that is absent has the length -1; a list has the number of its elements first.
 */
final class CanonicalBytes {
    private static final int VERSION = 1;
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    CanonicalBytes() {
        bytes.write(VERSION);
    }

    CanonicalBytes number(long value) {
        return field(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    CanonicalBytes numbers(List<Long> values) {
        length(values.size());
        values.forEach(this::number);
        return this;
    }

    /**
     * Text in UTF-8.
     *
     * @throws IllegalArgumentException if it holds half a character: replaced silently, two texts would share their bytes
     */
    CanonicalBytes text(@Nullable Object value) {
        if (value == null) {
            length(ABSENT);
            return this;
        }
        return field(utf8(value.toString()));
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private CanonicalBytes field(byte[] content) {
        length(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void length(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] content = new byte[encoded.remaining()];
            encoded.get(content);
            return content;
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException("the text holds half a character", half);
        }
    }
}
