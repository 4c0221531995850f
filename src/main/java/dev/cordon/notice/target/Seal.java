package dev.cordon.notice.target;

import dev.cordon.door.StartRefusedException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How keys and addresses of webhooks lie in the database: encrypted with {@code cordon.notice.key} (AES-256-GCM) if one is configured,
 * else as they are, held by the rights of the roles alone. What lay there before a key was given can be read still.
 */
@ApplicationScoped
public class Seal {
    private static final String SEALED = "sealed:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    /** 32 bytes in Base64. */
    @ConfigProperty(name = "cordon.notice.key")
    Optional<String> key;

    void verify(@Observes StartupEvent start) {
        key.ifPresent(Seal::parsed);
    }

    /** What is to be stored of a secret. */
    public String close(String secret) {
        if (key.isEmpty()) {
            return secret;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, key.get(), nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(NONCE + closed.length)
                .put(nonce)
                .put(closed)
                .array();
        return SEALED + Base64.getEncoder().encodeToString(both);
    }

    /**
     * The secret that was stored.
     *
     * @throws TargetRefusedException if it was sealed with a key that is not there
     */
    public String open(String stored) {
        if (!stored.startsWith(SEALED)) {
            return stored;
        }
        ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(SEALED.length())));
        byte[] nonce = new byte[NONCE];
        both.get(nonce);
        byte[] closed = new byte[both.remaining()];
        both.get(closed);
        String its = key.orElseThrow(() -> new TargetRefusedException("KEY_MISSING"));
        return new String(apply(Cipher.DECRYPT_MODE, its, nonce, closed), StandardCharsets.UTF_8);
    }

    private static byte[] apply(int mode, String key, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(parsed(key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException wrongKey) {
            throw new TargetRefusedException("KEY_WRONG");
        }
    }

    private static byte[] parsed(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.trim());
            if (bytes.length == KEY) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below.
        }
        throw new StartRefusedException(
                "cordon.notice.key is not 32 bytes in Base64. Make one with \"openssl rand -base64 32\".");
    }
}
