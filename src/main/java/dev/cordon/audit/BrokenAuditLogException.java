package dev.cordon.audit;

/** The audit log was truncated or rewritten behind Cordon's back: a signed head is not in it any more. */
public final class BrokenAuditLogException extends RuntimeException {
    BrokenAuditLogException(long position) {
        super(
                "The audit log no longer has the row that was signed at position " + position
                        + ". Nothing is sealed until it is back: verify an export against the heads kept elsewhere (docs/audit.md)");
    }
}
