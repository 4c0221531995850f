package dev.cordon.api.socket;

/**
 * Why a socket is closed, as a client reads it.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>
 */
enum CloseCode {
    /** This replica stops; another one is there. */
    GOING_AWAY(1001, "Cordon stops here. Connect again."),
    TOO_SLOW(1008, "What was sent is not taken."),
    TOO_BIG(1009, "A message has more than 64 KB."),
    TRY_LATER(1013, "Try again later."),
    MALFORMED(4400, "No message of graphql-transport-ws."),
    /** The credential does not, or no longer, stand for who it stood for; or nobody was greeted yet. */
    UNAUTHORIZED(4401, "Unauthorized"),
    FORBIDDEN(4403, "Forbidden"),
    INITIALISATION_TIMEOUT(4408, "Connection initialisation timeout"),
    SUBSCRIBER_EXISTS(4409, "Subscriber already exists"),
    TOO_MANY_INITIALISATIONS(4429, "Too many initialisation requests"),
    TOO_MANY_SOCKETS(4429, "Too many sockets with one credential");

    final short code;
    final String reason;

    CloseCode(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }
}
