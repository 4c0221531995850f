package dev.cordon.access;

/** What a token for scripts may do, within what its owner may. */
public enum Scope {
    /** Read what its owner may see. */
    READ,
    /** Change incidents. */
    CHANGE,
    /** Report vulnerabilities. */
    REPORT
}
