package dev.cordon.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock that starts again with every update, so that each silence has its own due time. It is never stopped.
 * {@code updates} are those that count, in the order of time. Source: "Rules of the clock", 8.
 */
record SilenceCourse(PinnedRule pinned, CaseHistory history, List<Instant> updates, Instant end) implements Course {

    @Override
    public @Nullable Instant startedAt(Instant last, boolean cut) {
        // What cuts a silence off may be an update itself; the silence it ended is the one to show.
        return updates.stream()
                .filter(update -> cut ? update.isBefore(last) : !update.isAfter(last))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    @Override
    public @Nullable DueTime dueTime(Instant last, boolean cut) {
        Instant start = startedAt(last, cut);
        return start == null ? null : dueTime(new Pause.Window(start, last, !cut));
    }

    @Override
    public List<Cycle> cycles(@Nullable Stop never) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            Instant since = updates.get(i);
            Instant until = i + 1 < updates.size() ? updates.get(i + 1) : null;
            // Open to its end: a silence that was paused when the next update came has not run out.
            Pause.Window window = new Pause.Window(since, until == null ? end : until, true);
            cycles.add(new Cycle(since, until, dueTime(window)));
        }
        return cycles;
    }

    @Override
    public List<Applicability.Period> periods() {
        return updates.isEmpty() ? List.of() : List.of(new Applicability.Period(updates.get(0), null));
    }

    @Override
    public Optional<Cancellation> ceased() {
        return Optional.empty();
    }

    private DueTime dueTime(Pause.Window window) {
        List<Pause> pauses = Pause.within(window, pinned.rule().pauseWhile(), history.waits());
        return DueTime.of(pinned.figure(), window.from(), pauses);
    }
}
