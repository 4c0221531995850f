package dev.cordon.policy;

/** Why a due time passed unmet. Source: "Invariants", 3. */
public enum BreachCause {
    /** The rule applied when its due time passed. */
    MISSED,
    /** The rule began to apply, or its date was set, only after the due time: nobody could have met it. */
    BORN_LATE
}
