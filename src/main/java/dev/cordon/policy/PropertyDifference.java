package dev.cordon.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One property that differs, in the words of a policy file; none where it is not there. */
public record PropertyDifference(
        String property, @Nullable String before, @Nullable String after) {
    /** What differs between two lists of properties, in their order. */
    static List<PropertyDifference> between(Map<String, String> before, Map<String, String> after) {
        Set<String> properties = new LinkedHashSet<>(before.keySet());
        properties.addAll(after.keySet());
        List<PropertyDifference> differences = new ArrayList<>();
        for (String property : properties) {
            if (!Objects.equals(before.get(property), after.get(property))) {
                differences.add(new PropertyDifference(property, before.get(property), after.get(property)));
            }
        }
        return List.copyOf(differences);
    }
}
