package dev.cordon.api.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown text in the making. Everything it is given is text, whoever wrote it: nothing of it is read as Markdown or
 * HTML, opens a line of its own, or turns the direction of writing. Source: CommonMark, "Backslash escapes", and GitHub's
 * tables and autolinks.
 */
final class Markdown {
    private static final String NOTHING = "–";

    /** Line ends and other controls, and what overrides the direction of writing. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\s\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    /** What means something inside a line; an underscore within a word does not. */
    private static final Pattern INLINE = Pattern.compile("[\\\\`*\\[\\]<>|~&{$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    /** What would make a link of a bare address. */
    private static final Pattern ADDRESS = Pattern.compile(":(?=//)|(?<=[Ww]{3})\\.");

    /** What would make a list, a heading or a rule at the beginning of a line. */
    private static final Pattern OPENING = Pattern.compile("^([-+=#]|\\d+(?=[.)](\\s|$)))");

    private final StringBuilder text = new StringBuilder();

    void heading(int level, String title) {
        paragraph("#".repeat(level) + " " + escaped(title));
    }

    void sentence(String sentence) {
        paragraph(escaped(sentence));
    }

    void list(List<String> items) {
        paragraph(items.stream().map(item -> "- " + escaped(item)).collect(Collectors.joining("\n")));
    }

    /** A table; a cell without text shows a dash. */
    void table(List<String> head, List<List<@Nullable String>> rows) {
        String rule = "|" + "---|".repeat(head.size());
        String lines = rows.stream().map(Markdown::line).collect(Collectors.joining("\n"));
        paragraph(line(head) + "\n" + rule + (lines.isEmpty() ? "" : "\n" + lines));
    }

    /** What was written so far. */
    String text() {
        return text.toString();
    }

    /** One line that reads as it was written, wherever in a line of Markdown it stands. */
    static String escaped(String foreign) {
        String line = UNPRINTABLE.matcher(foreign).replaceAll(" ").strip();
        String inline = INLINE.matcher(line).replaceAll("\\\\$0");
        String unlinked = ADDRESS.matcher(inline).replaceAll("\\\\$0");
        return OPENING.matcher(unlinked).replaceAll(found -> opening(found.group()));
    }

    private static String opening(String found) {
        // Of a number the dot behind it is what makes a list.
        return Character.isDigit(found.charAt(0)) ? found + "\\\\" : "\\\\" + found;
    }

    private static String line(List<@Nullable String> cells) {
        return cells.stream()
                .map(cell -> cell == null || cell.isBlank() ? NOTHING : escaped(cell))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void paragraph(String paragraph) {
        text.append(text.isEmpty() ? "" : "\n").append(paragraph).append('\n');
    }
}
