package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** The person does not speak for the vendor. */
public final class VendorContactNotFoundException extends DomainException {
    VendorContactNotFoundException(String handle) {
        super("\"" + handle + "\" does not speak for this vendor. Use the handle of one of its contacts.");
    }
}
