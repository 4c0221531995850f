package dev.cordon.incident;

/** How the reporter wants to be named in the advisory. */
public enum CreditPreference {
    UNDECIDED,
    NAMED,
    ANONYMOUS
}
