package dev.cordon.policy;

import java.util.HashSet;
import java.util.Set;

/** The names already given to things of one sort in policy files. */
final class UniqueNames {
    private final String sort;
    private final Set<String> taken = new HashSet<>();

    UniqueNames(String sort) {
        this.sort = sort;
    }

    /** Gives the name away before any file can take it. */
    void reserve(String name) {
        taken.add(name);
    }

    /** Takes the name, or refuses it if it is taken. */
    void claim(YamlValue name) {
        if (!taken.add(name.text())) {
            throw name.refusal(
                    "\"" + name.text() + "\" is already the name of a " + sort + "; allowed: one of its own");
        }
    }
}
