package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A vendor is named in one of two ways. */
public final class OneVendorRequiredException extends DomainException {
    OneVendorRequiredException() {
        super("Name one vendor: either \"vendor\", the id of one on the list, or \"person\", the handle of somebody.");
    }
}
