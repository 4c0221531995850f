package dev.cordon.incident;

import dev.cordon.access.Excerpt;
import dev.cordon.access.Storable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of what people may write: every text is refused with its field's name, or kept as it is. */
final class Text {
    static final int LINE = 300;
    static final int PAGE = 50_000;
    private static final int LIST = 200;
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\]+@[^\\s\\p{Cntrl}@<>,;:\"()\\[\\]\\\\]+");
    private static final int MAIL_LENGTH = 254;
    private static final Pattern CWE = Pattern.compile("CWE-\\d{1,6}");

    private Text() {}

    /** A text that must be there and hold at most {@code longest} characters. */
    static String required(String field, @Nullable String text, int longest) {
        String kept = optional(field, text, longest);
        if (kept == null) {
            throw new InvalidTextException("\"" + field + "\" is empty. Write something there.");
        }
        return kept;
    }

    /** A text that may be missing; a blank one counts as missing. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw new InvalidTextException("\"" + field + "\" has " + text.length() + " characters; at most " + longest
                    + " are kept. Shorten it.");
        }
        if (!Storable.is(text)) {
            throw new InvalidTextException("\"" + field
                    + "\" contains a NUL character or half of a surrogate pair, which cannot be kept. Remove it.");
        }
        return text;
    }

    static List<String> lines(String field, @Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > LIST) {
            throw new InvalidTextException(
                    "\"" + field + "\" has " + texts.size() + " entries; at most " + LIST + " are kept.");
        }
        return texts.stream().map(text -> required(field, text, LINE)).toList();
    }

    static @Nullable String cve(@Nullable String text) {
        return matching("cve", text, CVE, "CVE-2021-44228");
    }

    static List<String> cwes(@Nullable List<String> texts) {
        return lines("cwes", texts).stream()
                .map(text -> required("cwes", matching("cwes", text, CWE, "CWE-20"), LINE))
                .toList();
    }

    /** A web address, as evidence for a fact. */
    static @Nullable String url(String field, @Nullable String text) {
        String kept = optional(field, text, 2_000);
        if (kept == null) {
            return null;
        }
        try {
            URI uri = new URI(kept);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return kept;
            }
        } catch (URISyntaxException notOne) {
            // Refused below, like every other text that is no web address.
        }
        throw new InvalidTextException(
                "\"" + field + "\" is \"" + Excerpt.of(kept) + "\", not a web address. One starts with https://.");
    }

    /** Where mail reaches somebody. */
    static @Nullable String mail(String field, @Nullable String text) {
        return matching(field, optional(field, text, MAIL_LENGTH), MAIL, "security@example.org");
    }

    private static @Nullable String matching(String field, @Nullable String text, Pattern form, String example) {
        String kept = optional(field, text, LINE);
        if (kept != null && !form.matcher(kept).matches()) {
            throw new InvalidTextException(
                    "\"" + field + "\" is \"" + Excerpt.of(kept) + "\". One looks like " + example + ".");
        }
        return kept;
    }
}
