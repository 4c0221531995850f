package dev.cordon.door;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The media ranges of an {@code Accept} header with their weights. Parameters other than {@code q} are not looked at; a
 * weight that is no number counts as one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept">RFC 9110, Accept</a>
 */
final class AcceptedTypes {
    private final Map<String, Float> weights = new HashMap<>();

    private AcceptedTypes() {}

    static AcceptedTypes parse(String header) {
        AcceptedTypes types = new AcceptedTypes();
        for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";");
            types.weights.merge(parts.length == 0 ? "" : parts[0].trim(), weight(parts), Math::max);
        }
        return types;
    }

    /** Whether the type is asked for by its own name. */
    boolean name(String mediaType) {
        return weights.containsKey(mediaType);
    }

    /** What the most specific range that holds the type gives it: 0 is "not at all". */
    float weightOf(String mediaType) {
        String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        Float weight = weights.get(mediaType);
        return weight == null ? weights.getOrDefault(family, weights.getOrDefault("*/*", 0f)) : weight;
    }

    private static float weight(String[] parts) {
        return Arrays.stream(parts)
                .skip(1)
                .map(String::trim)
                .filter(part -> part.startsWith("q="))
                .map(part -> number(part.substring(2)))
                .findFirst()
                .orElse(1f);
    }

    private static float number(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Float.parseFloat(text) : 1f;
    }
}
