package dev.cordon.incident;

import dev.cordon.policy.FactKind;
import java.util.Set;

/** How far an incident has come, as people are shown it. Derived from status and facts, never set. */
public enum Phase {
    TRIAGE,
    FIX_IN_PROGRESS,
    RELEASE_PREPARED,
    DISCLOSED,
    CLOSED;

    private static final Set<FactKind> PREPARED = Set.of(
            FactKind.FIX_READY, FactKind.FORTHCOMING_FIX_ANNOUNCED, FactKind.VENDORS_NOTIFIED, FactKind.FIX_RELEASED);

    /** The phase of an incident with this status and these kinds of facts in force. */
    static Phase of(IncidentStatus status, Set<FactKind> facts) {
        if (status == IncidentStatus.CLOSED) {
            return CLOSED;
        }
        if (facts.contains(FactKind.PUBLICLY_DISCLOSED)) {
            return DISCLOSED;
        }
        if (status != IncidentStatus.ACCEPTED) {
            return TRIAGE;
        }
        return facts.stream().anyMatch(PREPARED::contains) ? RELEASE_PREPARED : FIX_IN_PROGRESS;
    }
}
