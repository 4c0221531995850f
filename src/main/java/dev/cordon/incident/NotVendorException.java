package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Only vendors are notified. */
public final class NotVendorException extends DomainException {
    NotVendorException(String handle) {
        super("\"" + handle + "\" is no vendor, so cannot be notified as one. Use the handle of a vendor.");
    }
}
