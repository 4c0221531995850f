package dev.cordon.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A clock that counts forward from a fact to its one due time, or has no figure and counts nothing. */
record FactCourse(
        PinnedRule pinned, CaseHistory history, @Nullable Instant start, Instant end) implements Course {
    private static final List<Applicability.Period> ALWAYS = List.of(new Applicability.Period(Instant.MIN, null));

    static FactCourse from(FactKind fact, PinnedRule pinned, CaseHistory history, Instant end) {
        return new FactCourse(pinned, history, history.firstOccurrence(fact).orElse(null), end);
    }

    @Override
    public @Nullable Instant startedAt(Instant last, boolean cut) {
        return start;
    }

    @Override
    public @Nullable DueTime dueTime(Instant last, boolean cut) {
        Countdown countdown = pinned.countdown();
        if (start == null || countdown == null) {
            return null;
        }
        Pause.Window window = new Pause.Window(start, last, !cut);
        return DueTime.of(countdown, start, Pause.within(window, pinned.rule().pauseWhile(), history.waits()));
    }

    @Override
    public List<Cycle> cycles(@Nullable Stop stop) {
        DueTime due = stop == null ? dueTime(end, false) : dueTime(stop.occurredAt(), true);
        return due == null ? List.of() : List.of(new Cycle(Instant.MIN, null, due));
    }

    @Override
    public List<Applicability.Period> periods() {
        return ALWAYS;
    }

    @Override
    public Optional<Cancellation> ceased() {
        return Optional.empty();
    }
}
