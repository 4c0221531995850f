package dev.cordon.api.view;

import dev.cordon.audit.SignedHead;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A signed head of the audit log. */
@Type("AuditHead")
@Description("A signed head of the audit log: kept elsewhere, it proves later what the log was up to there.")
@DefaultNonNull
public record AuditHeadView(
        @Description("How many rows the chain had; 0 for an empty log.")
        long position,

        @Description("Hash of the row at that position, in hexadecimal digits.")
        String hash,

        @Description("When it was signed.") Instant signedAt,
        @Description("Which key signed it.") String keyId,
        @Description("Ed25519 signature, in Base64.") String signature,

        @Description("All of it as one line for a file of heads, as audit-verify reads it.")
        String line) {
    public static AuditHeadView of(SignedHead head) {
        return new AuditHeadView(
                head.position(), head.hash(), head.signedAt(), head.keyId(), head.signature(), head.line());
    }
}
