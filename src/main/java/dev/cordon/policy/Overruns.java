package dev.cordon.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the due times of one clock passed unmet. Every change of an incident first records what is due just before
 * it, so an instant that ends one time and begins another belongs to both, one after the other.
 *
 * @param stop whatever stopped the clock, at any time
 * @param end the last instant that counts
 * @param lastDue the instant from which on nothing can become late any more; null if there is none
 */
record Overruns(
        Applicability applicability,
        @Nullable Stop stop,
        Instant end,
        @Nullable Instant lastDue) {

    List<Overrun> among(Collection<Cycle> cycles) {
        // A date moved away and back has one due time twice; it was missed the first time.
        Map<Instant, Overrun> first = new LinkedHashMap<>();
        for (Cycle cycle : cycles) {
            of(cycle).ifPresent(overrun -> first.putIfAbsent(overrun.dueAt(), overrun));
        }
        return List.copyOf(first.values());
    }

    private Optional<Overrun> of(Cycle cycle) {
        Instant dueAt = cycle.due().dueAt();
        boolean inTime = stop != null && !stop.occurredAt().isAfter(dueAt);
        if (inTime || cycle.due().pausedSince() != null) {
            return Optional.empty();
        }
        Instant firstLate = dueAt.plusMillis(1);
        List<Instant> lateFrom = applicability.periods().stream()
                .map(period -> period.cutTo(cycle.period()).cutTo(new Applicability.Period(Instant.MIN, lastDue)))
                .filter(period -> period.reaches(firstLate, end))
                .map(Applicability.Period::from)
                .toList();
        if (lateFrom.isEmpty()) {
            return Optional.empty();
        }
        boolean wasThere =
                !cycle.since().isAfter(dueAt) && lateFrom.stream().anyMatch(from -> !from.isAfter(firstLate));
        return Optional.of(new Overrun(dueAt, wasThere ? BreachCause.MISSED : BreachCause.BORN_LATE));
    }
}
