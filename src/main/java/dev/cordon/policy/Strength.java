package dev.cordon.policy;

/** How binding a deadline is, from the weakest to the strongest: a later constant outranks an earlier one. */
public enum Strength {
    /** We aim at it. */
    TARGET,
    /** We said in public that we would. */
    COMMITMENT,
    /** Past it others act without us. */
    LIMIT,
    /** The law demands it. */
    REGULATORY
}
