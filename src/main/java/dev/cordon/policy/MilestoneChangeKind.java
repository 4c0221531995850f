package dev.cordon.policy;

/** What becomes of one milestone when its incident is rebased. */
public enum MilestoneChangeKind {
    /** The policy it follows then has a rule of this key, the one before had none. */
    ADDED,
    /** The policy it follows then has no rule of this key. */
    REMOVED,
    /** It is due at another time. */
    MOVED,
    /** Another rule, or the same of another policy, that is due at the same time. */
    CHANGED,
    /** The same rule by another name: the milestone stays. */
    RENAMED,
    /** The same rule: the milestone stays. */
    UNCHANGED;

    /** Whether the milestone stays the one it was, with all that was recorded of it. */
    public boolean carriesOver() {
        return this == RENAMED || this == UNCHANGED;
    }
}
