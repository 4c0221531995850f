package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** Only the terms that hold now are accepted. */
public final class EmbargoTermsChangedException extends DomainException {
    EmbargoTermsChangedException(String asked, String current) {
        super("The embargo terms are of version " + current + ", not \"" + Excerpt.of(asked)
                + "\". Read them again, then accept that version.");
    }
}
