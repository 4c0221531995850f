package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The vendor was not notified of this incident. */
public final class NotNotifiedException extends DomainException {
    NotNotifiedException(String vendor) {
        super("\"" + Excerpt.of(vendor)
                + "\" was not notified of this incident. Name a vendor who was, or notify this one" + " first.");
    }
}
