package dev.cordon.policy;

/** Why a due time passed unmet. Source: "Invariants", 3. */
public enum BreachCause {
    /** The rule applied when its due time passed. */
    MISSED,
    /** The rule began to apply only after its due time. */
    BORN_LATE
}
