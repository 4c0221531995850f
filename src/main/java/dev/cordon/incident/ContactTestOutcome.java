package dev.cordon.incident;

/** What came of trying whether a vendor can be reached. */
public enum ContactTestOutcome {
    ANSWERED,
    NO_ANSWER,
    UNREACHABLE
}
