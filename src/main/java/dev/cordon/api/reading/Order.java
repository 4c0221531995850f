package dev.cordon.api.reading;

import dev.cordon.access.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An order of a list, by an expression and a tie-break, and the cursors that go with it. A cursor holds the two values
 * of its own entry and nothing else, so it tells nothing of entries the viewer may not see.
 *
 * @param name tells cursors of one order from those of another
 * @param expression SQL that is never null; an index serves it together with the tie-break
 * @param type its PostgreSQL type
 * @param tieBreak SQL of a unique text
 */
record Order(String name, String expression, String type, String tieBreak, boolean descending) {
    private static final char SEPARATOR = '|';

    Order turned() {
        return new Order(name, expression, type, tieBreak, !descending);
    }

    String sql() {
        String direction = descending ? " desc" : "";
        return expression + direction + ", " + tieBreak + direction;
    }

    /** The column to select for {@link #cursor}. */
    String cursorColumn() {
        return "(" + expression + ")::text as cursor_value, " + tieBreak + " as cursor_tie";
    }

    String cursor(String value, String tie) {
        String text = name + SEPARATOR + value + SEPARATOR + tie;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds that entries lie behind a cursor.
     *
     * @throws InvalidPageException if the cursor was not made by this order
     */
    void behind(String cursor, Conditions conditions) {
        String[] parts = parts(cursor);
        String comparison =
                "(" + expression + ", " + tieBreak + ") " + (descending ? "<" : ">") + " (?::" + type + ", ?)";
        conditions.and(comparison, parts[1], parts[2]);
    }

    private String[] parts(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(Pattern.quote(String.valueOf(SEPARATOR)), 3);
            if (parts.length == 3 && parts[0].equals(name) && isValue(parts[1])) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below, like every other text that is no cursor of this list.
        }
        throw new InvalidPageException("\"" + Excerpt.of(cursor) + "\" is not a cursor of this list in this order. "
                + "Use one that an earlier page of the same list gave.");
    }

    private boolean isValue(String value) {
        String form = type.equals("numeric")
                ? "-?\\d{1,2}(\\.\\d)?"
                : "infinity|\\d{4,6}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?[+-]\\d{2}(:\\d{2}){0,2}";
        return value.matches(type.equals("integer") ? "\\d{1,9}" : form);
    }
}
