package dev.cordon.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the clocks of one incident depend on. {@code facts} holds only those in force, none that was superseded. */
public record CaseHistory(
        List<KnownFact> facts,
        List<Rating> ratings,
        List<Wait> waits,
        @Nullable Closing closing) {
    public CaseHistory {
        facts = List.copyOf(facts);
        ratings = List.copyOf(ratings);
        waits = List.copyOf(waits);
    }

    /** The first time a fact of that kind happened, whoever recorded it. */
    Optional<Instant> firstOccurrence(FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(KnownFact::occurredAt)
                .min(Comparator.naturalOrder());
    }
}
