package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** A person speaks for one vendor at most. */
public final class VendorContactTakenException extends DomainException {
    VendorContactTakenException(String handle) {
        super("\"" + handle + "\" speaks for a vendor already. Remove them there first.");
    }
}
