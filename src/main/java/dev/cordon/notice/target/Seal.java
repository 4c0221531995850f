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
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How keys and addresses of webhooks lie in the database: encrypted with the first {@code cordon.notice.key} (AES-256-GCM) if there is
 * one, else as they are, held by the rights of the roles alone. The keys behind the first only read what was written with them. What lay
 * there before a key was given can be read still.
 */
@ApplicationScoped
public class Seal {
    private static final String SEALED = "sealed:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    /** Each of 32 bytes in Base64; the newest first. */
    @ConfigProperty(name = "cordon.notice.key")
    Optional<List<String>> keys;

    void verify(@Observes StartupEvent start) {
        keys.ifPresent(all -> all.forEach(Seal::parsed));
    }

    /** What is to be stored of a secret. */
    public String close(String secret) {
        if (keys.isEmpty()) {
            return secret;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = closed(keys.get().get(0), nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(NONCE + closed.length)
                .put(nonce)
                .put(closed)
                .array();
        return SEALED + Base64.getEncoder().encodeToString(both);
    }

    /**
     * The secret that was stored.
     *
     * @throws TargetRefusedException if it was sealed with a key that is not among them
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
        for (String key : keys.orElseThrow(() -> new TargetRefusedException("KEY_MISSING"))) {
            try {
                return new String(apply(Cipher.DECRYPT_MODE, key, nonce, closed), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException anotherKeys) {
                // Perhaps the next one's.
            }
        }
        throw new TargetRefusedException("KEY_WRONG");
    }

    private static byte[] closed(String key, byte[] nonce, byte[] secret) {
        try {
            return apply(Cipher.ENCRYPT_MODE, key, nonce, secret);
        } catch (GeneralSecurityException noSuchCipher) {
            throw new IllegalStateException("This Java has no " + CIPHER, noSuchCipher);
        }
    }

    private static byte[] apply(int mode, String key, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(parsed(key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(bytes);
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
                "cordon.notice.key has a part that is not 32 bytes in Base64. Make one with \"openssl rand -base64 32\".");
    }
}
