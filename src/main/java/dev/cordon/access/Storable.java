package dev.cordon.access;

import java.nio.charset.StandardCharsets;

/** What PostgreSQL can keep: no NUL character, no half of a surrogate pair. */
public final class Storable {
    private Storable() {}

    public static boolean is(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
