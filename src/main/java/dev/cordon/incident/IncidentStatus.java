package dev.cordon.incident;

import java.util.List;

/**
 * Where an incident stands. CLOSED is final; a reopened matter is a new incident.
 *
 * <p>{@code REPORTED → VALID → ACCEPTED → CLOSED}, with {@code REPORTED → INVALID → (VALID | CLOSED)} and
 * {@code VALID → DEFERRED ↔ ACCEPTED}, {@code DEFERRED → CLOSED}. REPORTED and VALID cannot be closed directly.
 */
public enum IncidentStatus {
    REPORTED,
    VALID,
    INVALID,
    ACCEPTED,
    DEFERRED,
    CLOSED;

    /** The statuses that may follow this one. */
    public List<IncidentStatus> next() {
        return switch (this) {
            case REPORTED -> List.of(VALID, INVALID);
            case VALID -> List.of(ACCEPTED, DEFERRED);
            case INVALID -> List.of(VALID, CLOSED);
            case ACCEPTED -> List.of(DEFERRED, CLOSED);
            case DEFERRED -> List.of(ACCEPTED, CLOSED);
            case CLOSED -> List.of();
        };
    }
}
