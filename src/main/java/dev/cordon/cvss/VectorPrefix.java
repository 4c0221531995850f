package dev.cordon.cvss;

import static dev.cordon.cvss.InvalidVectorException.excerpt;

import java.util.Locale;

/**
 * What is checked before the first metric is read: the size, the characters, and the prefix that names the version.
 */
final class VectorPrefix {
    /** Generous: a 4.0 vector that gives every metric has fewer than 200 characters. */
    static final int LONGEST_TEXT = 512;

    private static final String LABEL = "CVSS:";

    private static final String CHOICE = "begin with CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/";

    private VectorPrefix() {}

    /** The version the prefix of an acceptable text names. */
    static CvssVersion read(String text) {
        requireReasonableLength(text);
        requireVisibleAscii(text);
        requireLabel(text);
        int slash = text.indexOf('/');
        String number = text.substring(LABEL.length(), slash < 0 ? text.length() : slash);
        return CvssVersion.numbered(number).orElseThrow(() -> unknownVersion(number));
    }

    private static void requireReasonableLength(String text) {
        if (text.isEmpty()) {
            throw refusal(1, "The vector is empty: " + CHOICE);
        }
        if (text.length() > LONGEST_TEXT) {
            throw refusal(
                    LONGEST_TEXT + 1,
                    "The text has %d characters, more than the %d of any vector: give one vector and nothing else"
                            .formatted(text.length(), LONGEST_TEXT));
        }
    }

    private static void requireVisibleAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            int character = text.codePointAt(index);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                throw refusal(index + 1, "A vector has no white space: remove it");
            }
            if (character < '!' || character > '~') {
                throw refusal(index + 1, "A vector is plain ASCII: replace U+%04X".formatted(character));
            }
        }
    }

    private static void requireLabel(String text) {
        if (text.startsWith(LABEL)) {
            return;
        }
        if (text.toUpperCase(Locale.ROOT).startsWith(LABEL)) {
            throw refusal(1, "The prefix is in capitals: write CVSS, not " + text.substring(0, LABEL.length() - 1));
        }
        if (text.contains("Au:")) {
            throw refusal(1, "Vectors of CVSS 2.0 are not scored: judge the vulnerability again with a later version");
        }
        throw refusal(1, "The prefix is missing: " + CHOICE);
    }

    private static InvalidVectorException unknownVersion(String number) {
        int position = LABEL.length() + 1;
        if (number.isEmpty()) {
            return refusal(position, "The version is missing: " + CHOICE);
        }
        return refusal(position, "CVSS %s is not a version that can be scored: %s".formatted(excerpt(number), CHOICE));
    }

    private static InvalidVectorException refusal(int position, String faultAndRemedy) {
        return new InvalidVectorException(null, position, faultAndRemedy);
    }
}
