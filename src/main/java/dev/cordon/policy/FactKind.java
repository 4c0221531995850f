package dev.cordon.policy;

import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of thing that happens to an incident and that a clock can start or stop at, or a condition can ask for.
 * A policy may name no other word. Source: product description, "Facts".
 */
public enum FactKind {
    REPORT_RECEIVED,
    /** A human answered; an automatic reply is not one. */
    RESPONDED_TO_REPORTER,
    REPORT_VALIDATED,
    REPORT_INVALIDATED,
    LEAD_ACKNOWLEDGED,
    FIX_TEAM_STAFFED,
    SEVERITY_SCORED,
    CVE_ASSIGNED,
    FIX_READY,
    MEASURE_AVAILABLE,
    FORTHCOMING_FIX_ANNOUNCED,
    VENDOR_CONTACTED,
    VENDORS_NOTIFIED,
    VENDORS_FINALLY_NOTIFIED,
    EXISTENCE_PUBLISHED,
    FIX_RELEASED,
    PUBLICLY_DISCLOSED,
    EXPLOIT_SHARED_WITH_VENDORS,
    EXPLOIT_PUBLISHED,
    AWARE_OF_EXPLOITATION,
    AWARE_OF_SEVERE_INCIDENT,
    ATTACKS_OBSERVED,
    CRA_EARLY_WARNING_SUBMITTED,
    CRA_NOTIFICATION_SUBMITTED,
    CRA_FINAL_REPORT_SUBMITTED,
    CVE_RECORD_PUBLISHED,
    RETROSPECTIVE_HELD,
    CLOSED;

    private static final Set<FactKind> WITH_A_VERB_OF_THEIR_OWN = EnumSet.of(
            REPORT_RECEIVED, REPORT_VALIDATED, REPORT_INVALIDATED, LEAD_ACKNOWLEDGED, SEVERITY_SCORED, CLOSED);

    /** Whether people record it as a plain fact; false for those with a verb of their own, such as scoring. */
    public boolean isRecordedDirectly() {
        return !WITH_A_VERB_OF_THEIR_OWN.contains(this);
    }
}
