package dev.cordon.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a climb has to record at an instant.
 *
 * @param passed rungs below that nobody was told of in time, and nobody is told of afterwards
 * @param told the one call that people are told of
 */
public record Ascent(List<Call> passed, Call told) {
    public Ascent {
        passed = List.copyOf(passed);
    }

    /** All of it, from below. */
    public List<Call> calls() {
        return Stream.concat(passed.stream(), Stream.of(told)).toList();
    }
}
