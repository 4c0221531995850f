package dev.cordon.incident;

/** The way a report came in. */
public enum ReportChannel {
    FORM,
    MAIL,
    BUG_BOUNTY,
    CHAT,
    ISSUE_TRACKER,
    INTERNAL
}
