package dev.cordon.api.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code size} entries after a cursor, or before one.
 *
 * @param backwards whether the last entries are asked for
 */
public record PageRequest(int size, @Nullable String cursor, boolean backwards) {
    private static final int LARGEST = 100;

    /**
     * The page that these arguments of a connection ask for.
     *
     * @throws InvalidPageException unless exactly one of first and last is given, from 1 to 100, with its own cursor
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if ((first == null) == (last == null)) {
            throw new InvalidPageException("Give either first or last, from 1 to " + LARGEST + ".");
        }
        if (first != null && before != null || last != null && after != null) {
            throw new InvalidPageException("first goes with after, last goes with before.");
        }
        return first != null ? sized(first, after, false) : sized(last, before, true);
    }

    private static PageRequest sized(int size, @Nullable String cursor, boolean backwards) {
        if (size < 1 || size > LARGEST) {
            throw new InvalidPageException("A page has 1 to " + LARGEST + " entries, not " + size + ".");
        }
        return new PageRequest(size, cursor, backwards);
    }
}
