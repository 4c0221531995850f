package dev.cordon.signin.provider;

import dev.cordon.access.Excerpt;
import dev.cordon.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values of a claim mean which role. */
final class RoleMapping {
    static final String KEY = "cordon.oidc.roles";

    /**
     * The first that somebody is given counts. Administrators manage accounts and see no incident, so whoever is to work on
     * incidents must not be one as well: the role that sees more comes first, and the one that manages only stands last but one.
     */
    static final List<Role> FIRST_TO_LAST =
            List.of(Role.COMMITTEE, Role.RESPONDER, Role.ADMINISTRATOR, Role.AUDITOR, Role.VENDOR, Role.REPORTER);

    private final Map<String, Role> roles = new HashMap<>();

    /**
     * Reads pairs of value and role, such as {@code security-committee=COMMITTEE}; the value may hold equal signs itself.
     *
     * @throws InvalidProviderConfigurationException if a pair has no value, or a role that does not exist
     */
    RoleMapping(List<String> pairs) {
        for (String pair : pairs) {
            int split = pair.lastIndexOf('=');
            String value = split < 0 ? "" : pair.substring(0, split).strip();
            if (value.isEmpty()) {
                throw new InvalidProviderConfigurationException(
                        KEY + " holds \"" + Excerpt.of(pair) + "\". Write value=ROLE, separated by commas.");
            }
            roles.put(value, role(pair.substring(split + 1).strip()));
        }
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    /** The role of somebody whose claim has these values. */
    Optional<Role> of(List<String> values) {
        Set<Role> given = EnumSet.noneOf(Role.class);
        values.stream().filter(roles::containsKey).map(roles::get).forEach(given::add);
        return FIRST_TO_LAST.stream().filter(given::contains).findFirst();
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidProviderConfigurationException(KEY + " names the role \""
                        + Excerpt.of(name) + "\", which does not exist. Use one of " + FIRST_TO_LAST + "."));
    }
}
