package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** Two vendors of one name would be mistaken for each other. */
public final class VendorNameTakenException extends DomainException {
    VendorNameTakenException(String name) {
        super("There is a vendor \"" + Excerpt.of(name) + "\" on the list already. Add contacts to that one, or choose"
                + " another name.");
    }
}
