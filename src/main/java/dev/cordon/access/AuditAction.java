package dev.cordon.access;

/** What kind of thing somebody did, as the audit log keeps it. */
public enum AuditAction {
    READ,
    CHANGE,
    ACCOUNT
}
