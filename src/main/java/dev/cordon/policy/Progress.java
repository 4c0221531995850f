package dev.cordon.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a climb has come.
 *
 * @param recorded every call of it that was told or passed over
 * @param acknowledged the rungs that somebody has acknowledged: they call no more
 */
public record Progress(List<Call> recorded, Set<Rung> acknowledged) {
    /** Of a climb that has not begun. */
    public static final Progress NONE = new Progress(List.of(), Set.of());

    public Progress {
        recorded = List.copyOf(recorded);
        acknowledged = Set.copyOf(acknowledged);
    }

    /** The same and these calls. */
    public Progress and(Collection<Call> calls) {
        return new Progress(Stream.concat(recorded.stream(), calls.stream()).toList(), acknowledged);
    }

    Optional<Call> highest() {
        return recorded.stream().max(Comparator.naturalOrder());
    }

    Set<Rung> rungs() {
        return recorded.stream().map(Call::rung).collect(Collectors.toSet());
    }
}
