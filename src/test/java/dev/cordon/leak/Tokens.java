package dev.cordon.leak;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text that can tell one incident from another: planted canaries, references, ids, times, CVEs, CWEs,
 * vectors. Also those inside Base64, as in cursors.
 */
final class Tokens {
    /** How a planted word begins. */
    static final String CANARY = "zqcanary";

    private static final Pattern WORD = Pattern.compile(CANARY + "\\d{5}"
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|inc-[0-9a-z]{6}|cve-\\d{4}-\\d{4,}|cwe-\\d{4,}|cvss:[0-9a-z.:/]+"
            + "|\\d{4}-\\d\\d-\\d\\d[t ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(z|[+-]\\d\\d(:\\d\\d)?)"
            + "|\\d{4}-\\d\\d-\\d\\d|\\d{11,}");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[t ]([0-9:.]+)(z|[+-]\\d\\d)(:\\d\\d)?");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_+/-]{16,}");

    private Tokens() {}

    static Set<String> in(String text) {
        Set<String> tokens = new LinkedHashSet<>();
        collect(text, tokens);
        Matcher encoded = BASE64.matcher(text);
        while (encoded.find()) {
            decode(encoded.group(), tokens);
        }
        return tokens;
    }

    private static void collect(String text, Set<String> tokens) {
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            tokens.add(normal(words.group()));
        }
    }

    private static void decode(String text, Set<String> tokens) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            collect(new String(bytes, StandardCharsets.UTF_8), tokens);
        } catch (IllegalArgumentException notBase64) {
            // An ordinary word: it was searched as it is.
        }
    }

    /** One form for a time, whether PostgreSQL wrote it or the API. */
    private static String normal(String word) {
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            return word;
        }
        String zone = time.group(3).equals("z") ? "Z" : time.group(3) + (time.group(4) == null ? ":00" : time.group(4));
        return OffsetDateTime.parse(time.group(1) + "T" + time.group(2) + zone)
                .toInstant()
                .toString();
    }
}
