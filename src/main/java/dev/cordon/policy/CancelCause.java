package dev.cordon.policy;

/** Why a milestone is cancelled. Source: "Rules of the clock", 7, 9 and 13. */
public enum CancelCause {
    NO_LONGER_APPLIES,
    /** The incident is over: for a reason other than RESOLVED, or for any reason where the clock repeats. */
    CLOSED,
    /** The planned date that it counts backward from was withdrawn. */
    DATE_WITHDRAWN,
    /** It became public before the notice it asks for. */
    DISCLOSED
}
