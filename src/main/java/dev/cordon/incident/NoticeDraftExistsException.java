package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** One notice of a kind is open at a time, so that none is sent twice. */
public final class NoticeDraftExistsException extends DomainException {
    NoticeDraftExistsException(NoticeDraftKind kind) {
        super("There is an open notice of the kind " + kind + " already. Edit, send or discard that one.");
    }
}
