package dev.cordon.access;

/** The request cannot be repeated: its answer is not kept. */
public final class IdempotencyNotSupportedException extends DomainException {
    IdempotencyNotSupportedException() {
        super(
                "This mutation takes no Idempotency-Key: its answer is shown once. Send it without the header, and look at the state before sending it again.");
    }
}
