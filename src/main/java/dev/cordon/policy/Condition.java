package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be so for a rule to apply, or not to: that the incident has one of some severities, or that a fact
 * happened. Exactly one of both is given, otherwise it is an {@link IllegalArgumentException}.
 * Source: "Rules of the clock", 7.
 */
public record Condition(Set<Severity> severities, @Nullable FactKind fact) {
    public Condition {
        severities = Set.copyOf(severities);
        if (severities.isEmpty() == (fact == null)) {
            throw new IllegalArgumentException(
                    "A condition names either severities or one fact, not " + severities + " and " + fact);
        }
    }

    @Override
    public String toString() {
        if (fact != null) {
            return fact + " has happened";
        }
        return new TreeSet<>(severities)
                .stream().map(Severity::name).collect(Collectors.joining(" or ", "the severity is ", ""));
    }
}
