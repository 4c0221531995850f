package dev.cordon.notice;

import dev.cordon.access.DomainException;

/** Mail was chosen without an address. */
public final class InvalidChannelsException extends DomainException {
    InvalidChannelsException() {
        super("Mail is among the channels and there is no mailAddress. Give one, or leave MAIL out.");
    }
}
