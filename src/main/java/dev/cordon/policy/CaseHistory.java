package dev.cordon.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the clocks of one incident depend on. {@code facts} holds only those in force, none that was superseded;
 * {@code dates} every change of a planned date, in the order of recording; {@code updates} the instants at which a
 * person recorded a fact, in force or not, a score or a note.
 */
public record CaseHistory(
        List<KnownFact> facts,
        List<Rating> ratings,
        List<Wait> waits,
        List<DateChange> dates,
        List<Instant> updates,
        @Nullable Closing closing) {
    public CaseHistory {
        facts = List.copyOf(facts);
        ratings = List.copyOf(ratings);
        waits = List.copyOf(waits);
        dates = List.copyOf(dates);
        updates = List.copyOf(updates);
    }

    /** The first time a fact of that kind happened, whoever recorded it. */
    Optional<Instant> firstOccurrence(FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(KnownFact::occurredAt)
                .min(Comparator.naturalOrder());
    }

    /** The history as it would be with one more decision about a date. */
    CaseHistory with(DateChange change) {
        List<DateChange> more = Stream.concat(dates.stream(), Stream.of(change)).toList();
        return new CaseHistory(facts, ratings, waits, more, updates, closing);
    }

    /** What of it had happened and was decided by then, as it is known now: whoever corrects it changes it. */
    public CaseHistory asOf(Instant last) {
        return new CaseHistory(
                facts.stream().filter(fact -> !fact.occurredAt().isAfter(last)).toList(),
                ratings.stream().filter(rating -> !rating.at().isAfter(last)).toList(),
                waits.stream()
                        .filter(wait -> !wait.since().isAfter(last))
                        .map(wait -> wait.asOf(last))
                        .toList(),
                dates.stream().filter(date -> !date.recordedAt().isAfter(last)).toList(),
                updatesBy(last),
                closing == null || closing.recordedAt().isAfter(last) ? null : closing);
    }

    /** What was decided about a date up to and including {@code last}, in the order of time. */
    List<DateChange> changesOf(PlannedDate date, Instant last) {
        return dates.stream()
                .filter(change -> change.of() == date && !change.recordedAt().isAfter(last))
                .sorted(Comparator.comparing(DateChange::recordedAt))
                .toList();
    }

    /** The updates up to and including {@code last}, in the order of time. */
    List<Instant> updatesBy(Instant last) {
        return updates.stream()
                .filter(update -> !update.isAfter(last))
                .distinct()
                .sorted()
                .toList();
    }
}
