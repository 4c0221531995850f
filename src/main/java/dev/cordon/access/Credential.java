package dev.cordon.access;

/**
 * What a request brought to show who it comes from. It is taken at its word nowhere: the statement each transaction
 * begins with looks it up afresh, so a revocation holds from the next statement on.
 */
public sealed interface Credential extends io.quarkus.security.credential.Credential {
    /** The cookie of a browser that signed in. */
    record Session(Secret secret) implements Credential {}

    /** A token for scripts. */
    record Token(Secret secret) implements Credential {}

    /** The secret link of a reporter without an account. */
    record Link(Secret secret) implements Credential {}

    /** The secret address of somebody's calendar; it reads and no more, and is taken by the calendar's path alone. */
    record Calendar(Secret secret) implements Credential {}

    /** A subject that an identity provider vouches for; its signature was checked when the request came in. */
    record Subject(String issuer, String subject) implements Credential {}

    /** Somebody an identity provider vouches for who has no place here: it stands for nobody, and says so. */
    record Stranger() implements Credential {}

    /** A handle alone: for work that no request asked for, and for the sample people of dev mode. */
    record Name(String handle) implements Credential {}
}
