package dev.cordon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/**
 * A key of the audit log, drawn for one test: two files as {@code openssl} writes them.
 *
 * @param secret what Cordon signs with
 * @param open what auditors verify with
 */
public record SigningKeyFiles(Path secret, Path open) {
    /** A new key in this folder. */
    public static SigningKeyFiles drawn(Path folder) {
        String name = UUID.randomUUID().toString();
        KeyPair keys = newKeys();
        return new SigningKeyFiles(
                write(
                        folder.resolve(name + ".pem"),
                        "PRIVATE KEY",
                        keys.getPrivate().getEncoded()),
                write(
                        folder.resolve(name + ".open.pem"),
                        "PUBLIC KEY",
                        keys.getPublic().getEncoded()));
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Path write(Path file, String kind, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        try {
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
