package dev.cordon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The Ed25519 key that signs heads. */
final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pair.getPublic();
    }

    /** A key that nobody else knows and that is gone when the process ends. */
    static SigningKey ephemeral() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * The key of a file, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws UnusableSigningKeyException if the file cannot be read or holds no such key
     */
    static SigningKey read(Path file) {
        try {
            List<byte[]> blocks = Pem.blocks(Files.readString(file), "PRIVATE KEY");
            if (blocks.size() != 1) {
                throw UnusableSigningKeyException.notAKey(file);
            }
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(blocks.get(0)));
            return new SigningKey(pairOf((EdECPrivateKey) key));
        } catch (IOException unreadable) {
            throw UnusableSigningKeyException.unreadable(file, unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException otherKind) {
            throw UnusableSigningKeyException.notAKey(file);
        }
    }

    SignedHead sign(ChainLink end, Instant now) {
        try {
            String id = PublicKeys.id(publicKey);
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(SignedHead.message(end, now, id));
            return new SignedHead(
                    end.position(), end.hash(), now, id, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a verifier needs, in PEM form. */
    String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Java derives a public key only while it generates a pair: so it generates one from the seed that the file holds. */
    private static KeyPair pairOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("it holds no seed"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        if (!pair.getPrivate().equals(key)) {
            throw new IllegalStateException("This Java does not generate the pair of a given Ed25519 seed");
        }
        return pair;
    }
}
