package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The notice cannot be sent like this. */
public final class InvalidNoticeException extends DomainException {
    private InvalidNoticeException(String message) {
        super(message);
    }

    static InvalidNoticeException forUsers() {
        return new InvalidNoticeException("\"vendors\" is given, but the notice is for users. Leave it out.");
    }

    static InvalidNoticeException withoutAddresses() {
        return new InvalidNoticeException(
                "No announcement address is configured, so users would not be told. Set cordon.announcement-addresses, or"
                        + " announce it another way and record FORTHCOMING_FIX_ANNOUNCED.");
    }

    static InvalidNoticeException withoutVendors() {
        return new InvalidNoticeException(
                "No vendor was notified and none is named in \"vendors\", so nobody would be told. Name one or more.");
    }
}
