package dev.cordon.incident;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** The policy never had this version. */
public final class PolicyVersionNotFoundException extends DomainException {
    PolicyVersionNotFoundException(String id, String version) {
        super("The policy \"" + Excerpt.of(id) + "\" has no version \"" + Excerpt.of(version)
                + "\". The query policyVersions lists those it has.");
    }
}
