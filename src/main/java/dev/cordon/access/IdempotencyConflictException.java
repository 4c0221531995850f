package dev.cordon.access;

/** The key was sent before with another request. */
public final class IdempotencyConflictException extends DomainException {
    IdempotencyConflictException() {
        super(
                "This Idempotency-Key was used for another request. Send a new key with a new request, and the same body with the same key.");
    }
}
