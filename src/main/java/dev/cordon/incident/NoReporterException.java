package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** There is nobody to answer. */
public final class NoReporterException extends DomainException {
    NoReporterException() {
        super("This is imported history, which nobody reported here. Write a note for the team instead.");
    }
}
