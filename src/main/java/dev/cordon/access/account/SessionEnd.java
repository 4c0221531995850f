package dev.cordon.access.account;

/** Why a session ended before its time. */
enum SessionEnd {
    /** The one who had it signed out. */
    SIGNED_OUT,
    /** It was ended from another session, or replaced by a new one of the same browser. */
    ENDED,
    DISABLED,
    ROLE_CHANGED,
    PASSWORD_CHANGED
}
