package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** A one-time link that is unknown, used, replaced or too old. */
public final class InvalidInvitationException extends DomainException {
    private InvalidInvitationException(String message) {
        super(message);
    }

    static InvalidInvitationException toSetUp() {
        return new InvalidInvitationException(
                "This link does not set Cordon up, or no longer. If there is no administrator yet, start Cordon again for a new one.");
    }

    static InvalidInvitationException toChoosePassword() {
        return new InvalidInvitationException(
                "This link is unknown, used, replaced or too old. Ask an administrator for a new one.");
    }
}
