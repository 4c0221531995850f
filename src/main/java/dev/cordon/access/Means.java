package dev.cordon.access;

/** How somebody showed who they are; the audit log keeps it. */
public enum Means {
    /** A browser that signed in. */
    SESSION,
    /** A token for scripts. */
    TOKEN,
    /** The secret link of a reporter without an account. */
    LINK,
    /** The secret address of a calendar. */
    CALENDAR,
    /** A bearer token of the identity provider. */
    PROVIDER,
    /** By name alone: what Cordon does for somebody unasked, and the sample people of dev mode. */
    NAME
}
