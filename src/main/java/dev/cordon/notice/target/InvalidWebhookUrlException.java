package dev.cordon.notice.target;

import dev.cordon.access.DomainException;

/** An address that no webhook may have. It is not repeated: it may be a password. */
public final class InvalidWebhookUrlException extends DomainException {
    InvalidWebhookUrlException(String fault) {
        super("This is no address for a webhook: " + fault + ". Give one such as https://hooks.example.org/cordon.");
    }
}
