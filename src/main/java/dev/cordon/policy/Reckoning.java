package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working-out of one milestone from its history at one instant, of which the {@link Reading} is the outcome and the
 * {@link Explanation} the story. Source: "Rules of the clock", 6 to 13.
 */
final class Reckoning {
    private final CaseHistory history;
    private final Instant now;
    private final Clock clock;
    private final Applicability applicability;
    private final Course course;
    private final @Nullable Stop stop;

    Reckoning(PinnedRule pinned, CaseHistory history, Instant now) {
        this.history = history;
        this.now = now;
        this.clock = pinned.rule().clock();
        this.applicability = Applicability.of(pinned, history);
        this.course = course(pinned);
        this.stop = Stop.of(pinned.rule(), history.facts()).orElse(null);
    }

    Reading reading() {
        if (!applicability.everBy(end())) {
            return Reading.NOTHING;
        }
        Cancellation cancellation = cancellation();
        Instant start = startedAt();
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

    /** The stop that the milestone shows: not one dated after a closing that cancels, or after all is public. */
    @Nullable
    Stop stopInForce() {
        if (stop == null) {
            return null;
        }
        Instant closedAt = of(cancellingClosing(), Closing::occurredAt);
        boolean tooLate =
                Stream.of(closedAt, course.lastStop()).filter(Objects::nonNull).anyMatch(stop.occurredAt()::isAfter);
        return tooLate ? null : stop;
    }

    /** Null if it stands: because it stopped while it applied, or because it applies and nothing has ended it. */
    @Nullable
    Cancellation cancellation() {
        Stop inForce = stopInForce();
        if (inForce != null && applicability.during(course.periods()).within(inForce.occurredAt(), end())) {
            return null;
        }
        if (!applicability.at(end())) {
            return applicability
                    .lastCeasedBy(end())
                    .map(at -> new Cancellation(at, CancelCause.NO_LONGER_APPLIES))
                    .orElse(null);
        }
        Stream<Cancellation> closed = Stream.ofNullable(cancellingClosing())
                .map(closing -> new Cancellation(closing.occurredAt(), CancelCause.CLOSED));
        return Stream.concat(course.ceased().stream(), closed)
                .min(Comparator.comparing(Cancellation::at))
                .orElse(null);
    }

    @Nullable
    Instant startedAt() {
        Shown shown = shown();
        return course.startedAt(shown.last, shown.cut);
    }

    /** The due time that the milestone shows; null if it has not started or has no figure. */
    @Nullable
    DueTime dueTime() {
        Shown shown = shown();
        return course.dueTime(shown.last, shown.cut);
    }

    /**
     * The due times passed unmet. Neither a cancellation nor its date counts here, only what had happened by then: a
     * closing dated back neither undoes a stop made in time nor a pause that was still on.
     */
    List<Overrun> overruns() {
        boolean stopped = stop != null && !stop.occurredAt().isAfter(end());
        Instant lastStop = course.lastStop();
        boolean settled = stop != null && lastStop != null && !stop.occurredAt().isAfter(lastStop);
        return new Overruns(applicability, stop, end(), settled ? null : lastStop)
                .among(course.cycles(stopped ? stop : null));
    }

    /** Until when the clock is looked at, and whether something cut it off then. */
    private record Shown(Instant last, boolean cut) {}

    private Shown shown() {
        Cancellation cancellation = cancellation();
        if (cancellation != null) {
            return new Shown(cancellation.at(), true);
        }
        Stop inForce = stopInForce();
        return inForce == null ? new Shown(end(), false) : new Shown(inForce.occurredAt(), true);
    }

    private Course course(PinnedRule pinned) {
        // What is decided or said in the same instant as a closing that cancels comes after it.
        Instant last = cancellingClosing() == null ? now : end().minusMillis(1);
        if (clock instanceof Clock.Ahead ahead) {
            Instant disclosedAt =
                    history.firstOccurrence(FactKind.PUBLICLY_DISCLOSED).orElse(null);
            return new DateCourse(pinned, history.changesOf(ahead.of(), last), applicability, disclosedAt);
        }
        if (clock instanceof Clock.Every) {
            return new SilenceCourse(pinned, history, history.updatesBy(last), end());
        }
        return FactCourse.from(clock.startingFact().orElseThrow(), pinned, history, end());
    }

    /** A repeating clock ends with any closing: a closed incident needs no news. */
    private @Nullable Closing cancellingClosing() {
        Closing closing = history.closing();
        boolean ends = closing != null && (closing.cancels() || clock instanceof Clock.Every);
        return ends && !closing.recordedAt().isAfter(now) ? closing : null;
    }

    private static <T, V> @Nullable V of(@Nullable T whole, Function<T, @Nullable V> part) {
        return whole == null ? null : part.apply(whole);
    }
}
