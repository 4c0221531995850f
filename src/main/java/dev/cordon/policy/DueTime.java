package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The due time of a started clock, after the pauses that count. {@code unpausedAt} is what it would be without any,
 * and {@code unrolledAt} what it would be without a roll; while paused, {@code dueAt} is frozen and not rolled.
 * Source: "Rules of the clock", 3 to 5.
 */
record DueTime(
        Instant startedAt,
        Instant unpausedAt,
        List<Pause> counted,
        List<Pause> uncounted,
        Instant unrolledAt,
        Instant dueAt) {
    private static final Duration LONG = Duration.ofHours(48);
    private static final Duration LAST_CALL = Duration.ofHours(24);

    DueTime {
        counted = List.copyOf(counted);
        uncounted = List.copyOf(uncounted);
    }

    /** The due time of a clock started then; only the last of the pauses, in the order of time, may still go on. */
    static DueTime of(Countdown countdown, Instant start, List<Pause> pauses) {
        Instant unpaused = countdown.dueAfter(start);
        Instant unrolled = unpaused;
        List<Pause> counted = new ArrayList<>();
        for (Pause pause : pauses) {
            Instant due = countdown.kept().of(countdown.roll(unrolled));
            if (pause.begin().isAfter(due)) {
                break;
            }
            counted.add(pause);
            // A pause begun in the days that a roll has granted keeps what is left of them.
            unrolled = pause.begin().isAfter(unrolled) ? due : unrolled;
            if (!pause.isOver()) {
                Instant frozen = countdown.kept().of(unrolled);
                return new DueTime(start, unpaused, counted, List.of(), frozen, frozen);
            }
            unrolled = countdown.move(unrolled, pause.begin(), pause.resumedAt());
        }
        List<Pause> uncounted = pauses.subList(counted.size(), pauses.size());
        Instant due = countdown.kept().of(countdown.roll(unrolled));
        return new DueTime(start, unpaused, counted, uncounted, unrolled, due);
    }

    /** The due time of a clock that counts backward from a planned date; it neither pauses nor rolls. */
    static DueTime before(Countdown countdown, Instant date, Instant start) {
        Instant due = countdown.kept().of(countdown.dueBefore(date));
        return new DueTime(start, due, List.of(), List.of(), due, due);
    }

    /** The begin of the pause that goes on; null if none does. */
    @Nullable
    Instant pausedSince() {
        return counted.stream()
                .filter(pause -> !pause.isOver())
                .map(Pause::begin)
                .findFirst()
                .orElse(null);
    }

    /** Wall time of the finished pauses. */
    Duration pausedTotal() {
        return counted.stream().filter(Pause::isOver).map(Pause::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The instant from which it is at risk, never after the due time; null while paused.
     * That is when 75 % of the wall time less pauses has gone or, if the whole is over 48 hours, when 24 hours are
     * left, whichever comes first.
     */
    @Nullable
    Instant atRiskAt() {
        if (pausedSince() != null) {
            return null;
        }
        Duration whole = Duration.between(startedAt, dueAt).minus(pausedTotal());
        Duration lastQuarter = Duration.ofMillis(Math.max(0, whole.toMillis() / 4));
        boolean lastCallIsEarlier = whole.compareTo(LONG) > 0 && LAST_CALL.compareTo(lastQuarter) > 0;
        return dueAt.minus(lastCallIsEarlier ? LAST_CALL : lastQuarter);
    }
}
