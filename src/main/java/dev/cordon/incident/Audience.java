package dev.cordon.incident;

/** Who a timeline event or note is for. The team reads everything. */
public enum Audience {
    TEAM,
    REPORTER,
    VENDORS
}
