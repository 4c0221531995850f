package dev.cordon.access;

/**
 * A refusal: something was asked that the rules do not allow. The simple name of the leaf class is the error code a
 * client sees ({@code IncidentNotFoundException} is {@code incident-not-found}); the message names the value and the
 * remedy, and nothing the asker may not know.
 */
public abstract class DomainException extends RuntimeException {
    protected DomainException(String message) {
        super(message);
    }
}
