package dev.cordon.api.input;

/** What a list of incidents is ordered by. */
public enum IncidentOrder {
    NEXT_DUE,
    SEVERITY,
    AGE,
    UPDATED
}
