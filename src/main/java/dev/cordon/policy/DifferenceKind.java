package dev.cordon.policy;

/** What became of a rule from one policy to another. */
public enum DifferenceKind {
    /** Only the second one has it. */
    ADDED,
    /** Only the first one has it. */
    REMOVED,
    /** Both have it, and say something different. */
    CHANGED
}
