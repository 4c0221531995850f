package dev.cordon.console;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of some bytes. */
record Digest(byte[] bytes) {
    private static final int SHORT = 16;

    static Digest of(byte[] content) {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first {@value #SHORT} hexadecimal digits: enough to tell builds apart. */
    String text() {
        return HexFormat.of().formatHex(bytes).substring(0, SHORT);
    }

    /** As a content security policy writes it. */
    String source() {
        return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    }
}
