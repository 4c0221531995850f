package dev.cordon.policy;

/** In what way a planned date is a bad one. */
public enum ConflictKind {
    /** A deadline of our own, or the notice we owe others, would be missed. */
    COMMITMENT,
    /** Others act without us, or the law is broken, before the date. */
    LIMIT,
    /** It is not the day or the time of day at which a policy wants things made public. */
    WINDOW,
    /** The calendar of a policy does not work on that weekday. */
    WEEKEND,
    /** It is a holiday in the calendar of a policy. */
    HOLIDAY,
    /** It has passed. */
    PAST
}
