package dev.cordon.signin;

import dev.cordon.access.DomainException;

/** Somebody tries to sign in at the address for reporters. */
public final class SignInElsewhereException extends DomainException {
    SignInElsewhereException() {
        super("Nobody signs in at this address, which is for reporters. Go to the one where your team signs in.");
    }
}
