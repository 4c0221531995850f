package dev.cordon.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one published incident that was brought in.
 *
 * @param cve as it was given
 * @param reference of the incident it is now
 * @param alreadyThere whether it had been brought in before, and nothing was changed
 * @param problems what could not be brought in, each with its reason; empty if everything was
 */
public record ImportOutcome(@Nullable String cve, Reference reference, boolean alreadyThere, List<String> problems) {
    public ImportOutcome {
        problems = List.copyOf(problems);
    }
}
