package dev.cordon.access;

/** The header Idempotency-Key of a request holds no key. */
public final class InvalidIdempotencyKeyException extends DomainException {
    InvalidIdempotencyKeyException(String text) {
        super(
                "\"" + Excerpt.of(text)
                        + "\" is no Idempotency-Key. Send 16 to 128 printable ASCII characters without spaces, such as a random UUID.");
    }
}
