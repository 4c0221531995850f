package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The working-out of one milestone from its history at one instant, of which the {@link Reading} is the outcome and the
 * {@link Explanation} the story. Source: "Rules of the clock", 6 to 13.
 */
final class Reckoning {
    /** When and why the milestone was cancelled. */
    record Cancellation(Instant at, CancelCause cause) {}

    private final PinnedRule pinned;
    private final CaseHistory history;
    private final Instant now;
    private final Applicability applicability;
    private final @Nullable Instant start;
    private final @Nullable Stop stop;

    Reckoning(PinnedRule pinned, CaseHistory history, Instant now) {
        this.pinned = pinned;
        this.history = history;
        this.now = now;
        this.applicability = Applicability.of(pinned, history);
        this.start = pinned.rule()
                .clock()
                .startingFact()
                .flatMap(history::firstOccurrence)
                .orElse(null);
        this.stop = Stop.of(pinned.rule(), history.facts()).orElse(null);
    }

    Reading reading() {
        if (!pinned.rule().isKept() || !applicability.everBy(end())) {
            return Reading.NOTHING;
        }
        Cancellation cancellation = cancellation();
        Stop settling = start == null || cancellation != null ? null : stopInForce();
        DueTime due = dueTime();
        return new Reading(
                start,
                of(due, DueTime::dueAt),
                of(settling, Stop::occurredAt),
                of(settling, Stop::recordedAt),
                of(due, DueTime::pausedSince),
                due == null ? Duration.ZERO : due.pausedTotal(),
                of(due, DueTime::atRiskAt),
                of(cancellation, Cancellation::at),
                of(cancellation, Cancellation::cause),
                overruns());
    }

    /** The last instant that counts: decisions take effect when recorded, so a cancelling closing ends it then. */
    Instant end() {
        Closing closing = cancellingClosing();
        return closing == null ? now : closing.recordedAt();
    }

    Applicability applicability() {
        return applicability;
    }

    /** The stop that the milestone shows: not one dated after a closing that cancels. */
    @Nullable
    Stop stopInForce() {
        Closing closing = cancellingClosing();
        if (stop != null && closing != null && stop.occurredAt().isAfter(closing.occurredAt())) {
            return null;
        }
        return stop;
    }

    /** Null if it stands: because it stopped while it applied, or because it applies and the incident is not closed. */
    @Nullable
    Cancellation cancellation() {
        Stop inForce = stopInForce();
        if (inForce != null && applicability.within(inForce.occurredAt(), end())) {
            return null;
        }
        if (!applicability.at(end())) {
            return applicability
                    .lastCeasedBy(end())
                    .map(at -> new Cancellation(at, CancelCause.NO_LONGER_APPLIES))
                    .orElse(null);
        }
        return Optional.ofNullable(cancellingClosing())
                .map(closing -> new Cancellation(closing.occurredAt(), CancelCause.CLOSED))
                .orElse(null);
    }

    /** The due time that the milestone shows; null if it has not started or has no figure. */
    @Nullable
    DueTime dueTime() {
        Cancellation cancellation = cancellation();
        Stop inForce = stopInForce();
        if (cancellation != null) {
            return dueTime(cancellation.at(), false);
        }
        return inForce == null ? dueTime(end(), true) : dueTime(inForce.occurredAt(), false);
    }

    /**
     * The due times passed unmet. Neither a cancellation nor its date counts here, only what had happened by then: a
     * closing dated back neither undoes a stop made in time nor a pause that was still on.
     */
    List<Overrun> overruns() {
        boolean stopped = stop != null && !stop.occurredAt().isAfter(end());
        DueTime due = stopped ? dueTime(stop.occurredAt(), false) : dueTime(end(), true);
        if (due == null || due.pausedSince() != null) {
            return List.of();
        }
        Instant firstLate = due.dueAt().plusMillis(1);
        boolean inTime = stop != null && stop.occurredAt().isBefore(firstLate);
        if (inTime || !applicability.within(firstLate, end())) {
            return List.of();
        }
        BreachCause cause = applicability.at(firstLate) ? BreachCause.MISSED : BreachCause.BORN_LATE;
        return List.of(new Overrun(due.dueAt(), cause));
    }

    private @Nullable DueTime dueTime(Instant until, boolean open) {
        Countdown countdown = pinned.countdown();
        if (start == null || countdown == null) {
            return null;
        }
        Pause.Window window = new Pause.Window(start, until, open);
        return DueTime.of(countdown, start, Pause.within(window, pinned.rule().pauseWhile(), history.waits()));
    }

    private @Nullable Closing cancellingClosing() {
        Closing closing = history.closing();
        return closing == null || !closing.cancels() || closing.recordedAt().isAfter(now) ? null : closing;
    }

    private static <T, V> @Nullable V of(@Nullable T whole, Function<T, @Nullable V> part) {
        return whole == null ? null : part.apply(whole);
    }
}
