package dev.cordon.notice;

import dev.cordon.access.DomainException;

/** A text is no mail address. It is not repeated: it may be anything. */
public final class InvalidMailAddressException extends DomainException {
    InvalidMailAddressException() {
        super(
                "This is no plain mail address. Give one such as maya@example.org, in at most 254 characters of ASCII, without a"
                        + " name beside it.");
    }
}
