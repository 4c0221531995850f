package dev.cordon.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The Ed25519 public keys whose heads are believed: more than one after the signing key was changed. */
final class PublicKeys {
    private static final int ID_BYTES = 8;

    private final Map<String, PublicKey> byId = new HashMap<>();

    private PublicKeys() {}

    /**
     * The keys of a PEM file, as {@code openssl pkey -pubout} writes them.
     *
     * @throws IllegalArgumentException if it holds none, or another kind of key
     */
    static PublicKeys parse(String pem) {
        PublicKeys keys = new PublicKeys();
        for (byte[] encoded : Pem.blocks(pem, "PUBLIC KEY")) {
            try {
                PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
                keys.byId.put(id(key), key);
            } catch (GeneralSecurityException otherKind) {
                throw new IllegalArgumentException("one of its keys is no Ed25519 public key", otherKind);
            }
        }
        if (keys.byId.isEmpty()) {
            throw new IllegalArgumentException("it holds no public key in PEM form");
        }
        return keys;
    }

    /** A key's name: the first 16 hexadecimal digits of the SHA-256 of its encoded form. */
    static String id(PublicKey key) {
        byte[] digest = ChainLink.sha256().digest(key.getEncoded());
        return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
    }

    boolean know(SignedHead head) {
        return byId.containsKey(head.keyId());
    }

    /** Whether a known key signed the head. */
    boolean confirm(SignedHead head) {
        PublicKey key = byId.get(head.keyId());
        return key != null && verifies(key, head.message(), head);
    }

    private static boolean verifies(PublicKey key, byte[] message, SignedHead head) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(head.signatureBytes());
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
