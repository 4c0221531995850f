package dev.cordon.access.account;

import dev.cordon.access.DomainException;

/** Handle and password do not let anybody in. It says the same whatever of them was wrong. */
public final class SignInRefusedException extends DomainException {
    private SignInRefusedException(String message) {
        super(message);
    }

    static SignInRefusedException atTheDoor() {
        return new SignInRefusedException(
                "No account with this handle and password may sign in. Check both, or ask an administrator for a new link.");
    }

    static SignInRefusedException ofCurrentPassword() {
        return new SignInRefusedException(
                "This is not your current password. Try again, or ask an administrator for a new link.");
    }
}
