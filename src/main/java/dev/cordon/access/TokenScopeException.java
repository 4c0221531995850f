package dev.cordon.access;

/** The token was not made for this. */
public final class TokenScopeException extends DomainException {
    public TokenScopeException(Scope missing) {
        super("This token lacks the scope " + missing + ". Make one that has it.");
    }
}
