package dev.cordon.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stop of a clock: the deciding fact, when it happened, and when Cordon knew all it takes.
 * Only facts recorded by people stop a clock. Source: "Rules of the clock", 6 and 8.
 */
record Stop(FactKind kind, Instant occurredAt, Instant recordedAt) {
    private static final Comparator<KnownFact> EARLIEST =
            Comparator.comparing(KnownFact::occurredAt).thenComparing(KnownFact::recordedAt);

    /** The stop of that rule among these facts; empty while there is none. */
    static Optional<Stop> of(MilestoneRule rule, List<KnownFact> facts) {
        List<KnownFact> firsts = rule.until().stream()
                .flatMap(kind -> first(kind, facts).stream())
                .toList();
        if (rule.untilAll()) {
            return firsts.size() < rule.until().size() ? Optional.empty() : lastOf(firsts);
        }
        return firsts.stream().min(EARLIEST).map(fact -> new Stop(fact.kind(), fact.occurredAt(), fact.recordedAt()));
    }

    private static Optional<KnownFact> first(FactKind kind, List<KnownFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind && !fact.byMachine())
                .min(EARLIEST);
    }

    private static Optional<Stop> lastOf(List<KnownFact> firsts) {
        Optional<Instant> known = firsts.stream().map(KnownFact::recordedAt).max(Comparator.naturalOrder());
        return firsts.stream()
                .max(EARLIEST)
                .flatMap(fact -> known.map(recordedAt -> new Stop(fact.kind(), fact.occurredAt(), recordedAt)));
    }
}
