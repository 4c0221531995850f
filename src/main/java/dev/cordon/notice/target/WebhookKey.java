package dev.cordon.notice.target;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that webhooks are signed with: {@code whsec_} and 24 to 64 bytes in Base64 (Standard Webhooks). */
public record WebhookKey(byte[] bytes) {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static WebhookKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookKey(bytes);
    }

    public static WebhookKey of(String text) {
        return new WebhookKey(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** As the other side is given it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * One signature as it stands in the header {@code webhook-signature}.
     *
     * @param seconds of the time in the header {@code webhook-timestamp}
     */
    public String sign(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }

    /** Never the key: records print themselves into logs. */
    @Override
    public String toString() {
        return "WebhookKey[hidden]";
    }
}
