package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock may stand still; {@code end} is exclusive, none while it goes on.
 * Source: "Rules of the clock", 4.
 */
record Pause(Instant begin, @Nullable Instant end) {

    /** The time a clock ran: from its start to {@code to}. While {@code open}, a wait may go on at {@code to}. */
    record Window(Instant from, Instant to, boolean open) {}

    /** The waits on {@code on} within the window, joined where they touch or overlap, in the order of time. */
    static List<Pause> within(Window window, @Nullable WaitingOn on, List<Wait> waits) {
        List<Pause> joined = new ArrayList<>();
        waits.stream()
                .filter(wait -> wait.on() == on)
                .flatMap(wait -> clip(wait, window).stream())
                .sorted(Comparator.comparing(Pause::begin))
                .forEach(pause -> append(joined, pause));
        return List.copyOf(joined);
    }

    boolean isOver() {
        return end != null;
    }

    /** When it ended; a {@link NullPointerException} while it goes on. */
    Instant resumedAt() {
        return Objects.requireNonNull(end, "the pause goes on");
    }

    Duration length() {
        return Duration.between(begin, resumedAt());
    }

    private static Optional<Pause> clip(Wait wait, Window window) {
        Instant begin = wait.since().isBefore(window.from()) ? window.from() : wait.since();
        Instant until = wait.until();
        if (until != null && !until.isAfter(begin)) {
            return Optional.empty();
        }
        if (until != null && !until.isAfter(window.to())) {
            return Optional.of(new Pause(begin, until));
        }
        if (window.open()) {
            return begin.isAfter(window.to()) ? Optional.empty() : Optional.of(new Pause(begin, null));
        }
        return begin.isBefore(window.to()) ? Optional.of(new Pause(begin, window.to())) : Optional.empty();
    }

    private static void append(List<Pause> joined, Pause next) {
        Pause last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last == null || (last.end != null && last.end.isBefore(next.begin))) {
            joined.add(next);
            return;
        }
        joined.set(joined.size() - 1, new Pause(last.begin, later(last.end, next.end)));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
    }
}
