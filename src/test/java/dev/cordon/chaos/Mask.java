package dev.cordon.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides what two worlds must give different names to: ids and references of what was made in them since they parted, by the
 * order in which they first show, times since then, and secrets, which are drawn at random and shown once. Everything else
 * stays readable, so that it cannot hide.
 */
final class Mask {
    private static final Pattern NAMES = Pattern.compile("INC-[0-9A-Z]{6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SECRETS = Pattern.compile("(cordon(?:link|invite|session)?_)[A-Za-z0-9_-]{43}");
    private static final Pattern TIMES =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d+)?)?(?:Z|\\+00)?");
    /** Cookies say when they end by the second in which the answer was written. */
    private static final Pattern COOKIE_ENDS =
            Pattern.compile("(Expires=)\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

    /** How far an open deadline is away depends on when it was asked for; in Markdown it is the words before these. */
    private static final Pattern MARGINS = Pattern.compile("(\"margin(?:InWords)?\":)\"[^\"]*\"");

    private static final Pattern SPANS = Pattern.compile("\\d+ [a-z]+(?: \\d+ [a-z]+)? (?=left|past its due time)");
    private static final Pattern CURSORS =
            Pattern.compile("(\"(?:cursor|startCursor|endCursor)\":\")([A-Za-z0-9_-]+)\"");

    private final Instant parting;
    private final Set<String> readable;
    private final Map<String, String> masked = new HashMap<>();

    /**
     * @param parting when the worlds began to differ
     * @param readable ids and references from before, which are shown as they are
     */
    Mask(Instant parting, List<String> readable) {
        this.parting = parting;
        this.readable = new HashSet<>(readable);
    }

    String over(String answer) {
        String opened = CURSORS.matcher(answer).replaceAll(found -> found.group(1) + opened(found.group(2)) + "\"");
        String secretless = SECRETS.matcher(opened).replaceAll("$1(secret)");
        String endless = COOKIE_ENDS.matcher(secretless).replaceAll("$1(time)");
        String marginless = MARGINS.matcher(endless).replaceAll("$1(margin)");
        String spanless = SPANS.matcher(marginless).replaceAll("(margin) ");
        String timeless = TIMES.matcher(spanless).replaceAll(this::time);
        return NAMES.matcher(timeless).replaceAll(found -> name(found.group()));
    }

    private static String opened(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.replaceAll("[^ -~]|[\"\\\\$]", "?");
        } catch (IllegalArgumentException notBase64) {
            return cursor;
        }
    }

    private String time(MatchResult found) {
        Instant instant = Instant.parse(
                found.group(1) + "T" + found.group(2) + (found.group(3) == null ? ":00" : found.group(3)) + "Z");
        return instant.isBefore(parting) ? found.group() : "(time)";
    }

    private String name(String name) {
        return readable.contains(name) ? name : masked.computeIfAbsent(name, its -> "(own " + masked.size() + ")");
    }
}
