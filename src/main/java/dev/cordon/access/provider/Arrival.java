package dev.cordon.access.provider;

import dev.cordon.access.Role;
import dev.cordon.access.Storable;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a checked token of an identity provider says about the person it was issued for.
 *
 * @param username what they are called there; the handle of a newcomer is made from it
 * @param role what their claims are mapped to; none if no claim is
 * @param issuedAt to the second
 */
public record Arrival(
        String issuer,
        String subject,
        String username,
        String name,
        @Nullable Role role,
        Instant issuedAt) {
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HANDLE = 50;

    /** A subject has at most 255 characters (OpenID Connect Core, section 2); one that cannot be kept is nobody's. */
    boolean isKeepable() {
        return subject.length() <= LONGEST_SUBJECT && Storable.is(subject) && Storable.is(issuer);
    }

    /** A handle from the name they have at the provider, in the letters a handle may have. */
    String handle() {
        String local = username.contains("@") ? username.substring(0, username.indexOf('@')) : username;
        String letters = Normalizer.normalize(local, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        return shortened(letters.isEmpty() ? "person" : letters, LONGEST_HANDLE).replaceAll("-+$", "");
    }

    /** Their name, without what cannot be shown. */
    String shownName() {
        String printable = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        return shortened(printable.isEmpty() ? handle() : printable, LONGEST_NAME);
    }

    private static String shortened(String text, int longest) {
        return text.codePoints()
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
