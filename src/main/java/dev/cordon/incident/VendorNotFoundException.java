package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The list has no such vendor. */
public final class VendorNotFoundException extends DomainException {
    VendorNotFoundException(String id) {
        super("There is no vendor \"" + Excerpt.of(id) + "\" on the list. Use the id of one that is not retired.");
    }
}
