package dev.cordon.api.input;

/** What metrics are grouped by. */
public enum MetricsBy {
    QUARTER,
    SEVERITY
}
