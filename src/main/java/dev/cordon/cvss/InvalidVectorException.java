package dev.cordon.cvss;

import org.jspecify.annotations.Nullable;

/**
 * A text that is not a valid CVSS vector: what is wrong, at which metric and character, and how to put it right.
 *
 * <p>The message is meant for the person who wrote the vector. It repeats at most {@value #LONGEST_EXCERPT} characters
 * of the text at a time, and never one outside visible ASCII, so that it is safe to log.
 */
public class InvalidVectorException extends RuntimeException {
    static final int LONGEST_EXCERPT = 40;

    private static final long serialVersionUID = 1L;

    private final @Nullable String metric;

    private final int position;

    InvalidVectorException(@Nullable String metric, int position, String faultAndRemedy) {
        super("%s (character %d)".formatted(faultAndRemedy, position));
        this.metric = metric;
        this.position = position;
    }

    /**
     * The metric at fault as it should be written, such as {@code AV}; as it was written, shortened if long, if no metric
     * has that name; the first missing one if some are missing; null if no single metric is at fault.
     */
    public @Nullable String metric() {
        return metric;
    }

    /** The character the fault begins at; the first is 1, and one past the end means that something is missing there. */
    public int position() {
        return position;
    }

    /** The beginning of a piece of the text, short enough to repeat in a message. */
    static String excerpt(String piece) {
        return piece.length() <= LONGEST_EXCERPT ? piece : piece.substring(0, LONGEST_EXCERPT - 3) + "...";
    }
}
