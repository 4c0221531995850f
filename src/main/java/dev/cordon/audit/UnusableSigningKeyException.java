package dev.cordon.audit;

import java.nio.file.Path;

/** There is no key to sign the heads of the audit log with. Cordon refuses to start. */
public final class UnusableSigningKeyException extends RuntimeException {
    private static final String REMEDY =
            " Make one with \"openssl genpkey -algorithm ed25519 -out audit-key.pem\", readable for"
                    + " Cordon alone, and name it by CORDON_AUDIT_SIGNING_KEY_FILE (docs/audit.md).";

    private UnusableSigningKeyException(String fault) {
        super("Cordon refuses to start: " + fault + REMEDY);
    }

    static UnusableSigningKeyException missing() {
        return new UnusableSigningKeyException(
                "cordon.audit.signing-key-file is not set, so nobody could sign the audit log.");
    }

    static UnusableSigningKeyException unreadable(Path file, Exception cause) {
        return new UnusableSigningKeyException("cordon.audit.signing-key-file names " + file
                + ", which cannot be read (" + cause.getClass().getSimpleName() + ").");
    }

    static UnusableSigningKeyException notAKey(Path file) {
        return new UnusableSigningKeyException(
                "cordon.audit.signing-key-file names " + file + ", which is not one Ed25519 private key in PEM form.");
    }
}
