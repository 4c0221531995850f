package dev.cordon.policy;

/** Why a milestone is cancelled. Source: "Rules of the clock", 7 and 13. */
public enum CancelCause {
    NO_LONGER_APPLIES,
    CLOSED
}
