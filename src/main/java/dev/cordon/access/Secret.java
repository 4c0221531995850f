package dev.cordon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that stands for somebody: 256 random bits behind a prefix that tells its kind, so that a leaked one is
 * recognised. It is shown once and kept as {@link #hash}; with so many random bits, SHA-256 needs no salt.
 */
public record Secret(String text) {
    /** How the secret of a token for scripts begins. */
    public static final String TOKEN = "cordon_";

    /** How the secret of a reporter's link begins. */
    public static final String LINK = "cordonlink_";

    /** How the secret of a one-time link begins. */
    public static final String INVITATION = "cordoninvite_";

    /** How the secret of a browser's session begins. */
    public static final String SESSION = "cordonsession_";

    /** How the secret of a calendar's address begins. */
    public static final String CALENDAR = "cordoncalendar_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret of this kind. */
    public static Secret random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the database keeps of it. */
    public byte[] hash() {
        return sha256(text);
    }

    /** SHA-256 of a text, for what is only ever compared. */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Never the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
