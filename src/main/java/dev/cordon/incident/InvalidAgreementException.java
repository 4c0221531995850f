package dev.cordon.incident;

import dev.cordon.access.DomainException;

/** What is said to be agreed with a reporter cannot be kept as a deadline. */
public final class InvalidAgreementException extends DomainException {
    InvalidAgreementException(int days, int most) {
        super("\"days\" is " + days + ". A reporter's deadline is from 1 to " + most + " days after the report.");
    }
}
