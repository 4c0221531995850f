package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** What was sent or discarded stays as it is. */
public final class NoticeFrozenException extends DomainException {
    NoticeFrozenException(NoticeDraftState state) {
        super("The notice is " + state + " and never changes again. Draft another one.");
    }
}
