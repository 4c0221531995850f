package dev.cordon.incident;

/** Why an incident was closed. Only RESOLVED lets clocks that still run go on. */
public enum CloseReason {
    RESOLVED,
    DUPLICATE,
    NON_SECURITY,
    OTHER_VENDOR,
    OUT_OF_SCOPE,
    NOT_REPRODUCIBLE,
    INFORMATIVE,
    WONT_FIX,
    SPAM
}
