package dev.cordon.access;

/** The first request with this key is still being answered. */
public final class RequestInProgressException extends DomainException {
    RequestInProgressException() {
        super("The first request with this Idempotency-Key is still being answered. Send it again in a few seconds.");
    }
}
