package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies to an incident: periods in the order of time that neither touch nor overlap.
 * A rule without conditions applies from the beginning of time. Source: "Rules of the clock", 7.
 */
record Applicability(List<Period> periods) {

    /** A time in which it applies; {@code to} is exclusive, none while it goes on. */
    record Period(Instant from, @Nullable Instant to) {
        boolean meets(Instant first, Instant last) {
            return !from.isAfter(last) && (to == null || to.isAfter(first));
        }

        /** What of it lies in another period, perhaps nothing. */
        Period cutTo(Period other) {
            Instant later = from.isBefore(other.from) ? other.from : from;
            Instant earlier = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
            return new Period(later, earlier);
        }

        /** Whether it is one, has begun by {@code end}, and lasts until {@code instant} at least, its own end included. */
        boolean reaches(Instant instant, Instant end) {
            return isSome() && !from.isAfter(end) && !instant.isAfter(end) && (to == null || !to.isBefore(instant));
        }

        private boolean isSome() {
            return to == null || from.isBefore(to);
        }
    }

    Applicability {
        periods = List.copyOf(periods);
    }

    static Applicability of(PinnedRule pinned, CaseHistory history) {
        List<Period> periods = new ArrayList<>();
        Instant since = null;
        for (Instant instant : instantsOfChange(pinned, history)) {
            boolean applies = applies(pinned, history, instant);
            if (applies && since == null) {
                since = instant;
            } else if (!applies && since != null) {
                periods.add(new Period(since, instant));
                since = null;
            }
        }
        if (since != null) {
            periods.add(new Period(since, null));
        }
        return new Applicability(periods);
    }

    boolean at(Instant instant) {
        return within(instant, instant);
    }

    /** Whether it applied at some time up to and including {@code last}. */
    boolean everBy(Instant last) {
        return within(Instant.MIN, last);
    }

    /** Whether it applies at some instant from {@code first} to {@code last}, both included. */
    boolean within(Instant first, Instant last) {
        return !first.isAfter(last) && periods.stream().anyMatch(period -> period.meets(first, last));
    }

    boolean overlaps(Period period) {
        return periods.stream().anyMatch(each -> each.cutTo(period).isSome());
    }

    /** The part of it that lies in these periods. */
    Applicability during(List<Period> others) {
        return new Applicability(periods.stream()
                .flatMap(each -> others.stream().map(each::cutTo))
                .filter(Period::isSome)
                .toList());
    }

    /** The last time, at or before {@code instant}, from which it applied no longer; empty if it never ceased. */
    Optional<Instant> lastCeasedBy(Instant instant) {
        return periods.stream()
                .map(Period::to)
                .filter(to -> to != null && !to.isAfter(instant))
                .max(Comparator.naturalOrder());
    }

    private static TreeSet<Instant> instantsOfChange(PinnedRule pinned, CaseHistory history) {
        TreeSet<Instant> instants = new TreeSet<>();
        instants.add(Instant.MIN);
        Stream.ofNullable(pinned.addedAt()).forEach(instants::add);
        history.ratings().forEach(rating -> instants.add(rating.at()));
        Stream.of(pinned.rule().when(), pinned.rule().unless())
                .filter(Objects::nonNull)
                .map(Condition::fact)
                .filter(Objects::nonNull)
                .forEach(fact -> history.firstOccurrence(fact).ifPresent(instants::add));
        return instants;
    }

    private static boolean applies(PinnedRule pinned, CaseHistory history, Instant instant) {
        Instant addedAt = pinned.addedAt();
        if (addedAt != null && instant.isBefore(addedAt)) {
            return false;
        }
        Condition when = pinned.rule().when();
        Condition unless = pinned.rule().unless();
        return (when == null || holds(when, history, instant)) && (unless == null || !holds(unless, history, instant));
    }

    private static boolean holds(Condition condition, CaseHistory history, Instant instant) {
        FactKind fact = condition.fact();
        if (fact != null) {
            return history.firstOccurrence(fact)
                    .filter(at -> !at.isAfter(instant))
                    .isPresent();
        }
        return severityAt(history, instant)
                .filter(condition.severities()::contains)
                .isPresent();
    }

    private static Optional<Severity> severityAt(CaseHistory history, Instant instant) {
        return history.ratings().stream()
                .filter(rating -> !rating.at().isAfter(instant))
                // Of two ratings at one instant the later in the list is the newer.
                .reduce((newest, next) -> next.at().isBefore(newest.at()) ? newest : next)
                .map(Rating::severity);
    }
}
