package dev.cordon.access;

/** No enabled person has this handle. */
public final class PersonNotFoundException extends DomainException {
    public PersonNotFoundException(String handle) {
        super("There is no person \"" + Excerpt.of(handle) + "\". Use the handle of an enabled person.");
    }
}
