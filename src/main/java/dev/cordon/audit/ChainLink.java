package dev.cordon.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A place in the chain.
 *
 * @param position 1 for the first row; 0 before it
 * @param hash SHA-256 over the hash before and the row's canonical bytes, in 64 lower-case hexadecimal digits
 */
record ChainLink(long position, String hash) {
    /** Where every chain begins. */
    static final ChainLink BEGINNING = new ChainLink(0, "0".repeat(64));

    ChainLink next(AuditRow row) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(hash));
        digest.update(row.canonicalBytes(position + 1));
        return new ChainLink(position + 1, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
