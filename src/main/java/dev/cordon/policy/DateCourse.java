package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock that counts backward from a planned date, as that date is now. Each date has had its own due time while it
 * was in force; what becomes public needs no notice any more. Source: "Rules of the clock", 9.
 *
 * @param changes what was decided about the date, in the order of time
 * @param disclosedAt when it became public; null if it has not
 */
record DateCourse(
        PinnedRule pinned,
        List<DateChange> changes,
        Applicability applicability,
        @Nullable Instant disclosedAt) implements Course {

    @Override
    public @Nullable Instant startedAt(Instant last, boolean cut) {
        return changes.stream()
                .filter(change -> change.plannedFor() != null)
                .map(DateChange::recordedAt)
                .findFirst()
                .orElse(null);
    }

    /** That of the date in force or, of a rule that does not apply now, of the last date while it did. */
    @Override
    public @Nullable DueTime dueTime(Instant last, boolean cut) {
        List<Cycle> cycles = cycles(null);
        return Stream.of(cycles.stream().filter(cycle -> applicability.overlaps(cycle.period())), cycles.stream())
                .flatMap(some -> some.reduce((earlier, later) -> later).stream())
                .findFirst()
                .map(Cycle::due)
                .orElse(null);
    }

    @Override
    public List<Cycle> cycles(@Nullable Stop stop) {
        Instant start = startedAt(Instant.MAX, false);
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Instant since = changes.get(i).recordedAt();
            Instant until = i + 1 < changes.size() ? changes.get(i + 1).recordedAt() : null;
            Instant date = changes.get(i).plannedFor();
            if (start != null && date != null) {
                cycles.add(new Cycle(since, until, DueTime.before(pinned.figure(), date, start)));
            }
        }
        return cycles;
    }

    @Override
    public List<Applicability.Period> periods() {
        return cycles(null).stream().map(Cycle::period).toList();
    }

    @Override
    public Optional<Cancellation> ceased() {
        Stream<Cancellation> disclosed =
                Stream.ofNullable(disclosedAt).map(at -> new Cancellation(at, CancelCause.DISCLOSED));
        return Stream.concat(disclosed, withdrawal().stream()).min(Comparator.comparing(Cancellation::at));
    }

    @Override
    public @Nullable Instant lastStop() {
        return disclosedAt;
    }

    private Optional<Cancellation> withdrawal() {
        return cycles(null).stream()
                .reduce((earlier, later) -> later)
                .map(Cycle::until)
                .map(at -> new Cancellation(at, CancelCause.DATE_WITHDRAWN));
    }
}
