package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** Nobody speaks for the vendor, so nobody can be notified. */
public final class NoVendorContactException extends DomainException {
    NoVendorContactException(String name) {
        super("Nobody enabled speaks for the vendor \"" + name + "\". Add a contact with addVendorContact.");
    }
}
