package dev.cordon.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The climb of one due time, or of one lead offer, along a ladder: when each rung is reached, and when it calls again. It
 * has no end; whatever meets, cancels, waives or answers ends it. Which calls there are follows from the times alone, so
 * it does not matter who looks, or how often.
 */
public final class Climb {
    /** A quarter of the shortest deadline a policy can have; a date planned too near has no time to take a quarter of. */
    private static final Duration SHORTEST_QUARTER = Duration.ofMinutes(15);

    /** A rung from when it is reached, and the intervals at which it calls again. */
    private record Stretch(Rung rung, Instant from, Pace pace) {
        Call call(int number) {
            return new Call(rung, number, from.plus(pace.upTo(number)));
        }
    }

    private final List<Stretch> stretches;

    private Climb(Ladder ladder, List<Stretch> all) {
        stretches = all.stream()
                .filter(stretch -> !ladder.told(stretch.rung).isEmpty())
                .toList();
    }

    /** Of a deadline that is open. */
    public static Climb of(Ladder ladder, OpenDeadline deadline) {
        Duration whole = deadline.whole().isNegative() ? Duration.ZERO : deadline.whole();
        Duration quarter = longer(part(whole, 4), SHORTEST_QUARTER);
        Duration first = Pace.shorter(quarter.multipliedBy(2), ladder.again().first());
        Pace again = new Pace(first, ladder.again().longest());
        Instant due = deadline.dueAt();
        Instant warned = due.minus(Pace.shorter(ladder.beforeDue(), part(whole, 10)));
        Instant quarterPast = due.plus(quarter);
        return new Climb(
                ladder,
                List.of(
                        new Stretch(Rung.AT_RISK, deadline.atRiskAt(), ladder.repeat()),
                        new Stretch(Rung.BEFORE_DUE, warned, ladder.repeat()),
                        new Stretch(Rung.BREACHED, due.plusMillis(1), ladder.repeat()),
                        new Stretch(Rung.QUARTER_PAST, quarterPast, ladder.repeat()),
                        new Stretch(Rung.STILL_OPEN, quarterPast.plus(first), again.rest())));
    }

    /** Of a lead that was offered then and not answered. */
    public static Climb ofOffer(Ladder ladder, Instant offeredAt) {
        List<Stretch> stretches = new ArrayList<>();
        ladder.offered().forEach((rung, after) -> {
            Pace pace = rung.isLast() ? ladder.again() : ladder.repeat();
            stretches.add(new Stretch(rung, offeredAt.plus(after), pace));
        });
        return new Climb(ladder, stretches);
    }

    /** What is to be recorded now; only the highest rung that holds is told. Empty if nothing is new. */
    public Optional<Ascent> ascent(Progress progress, Instant now) {
        Call reached = reachedBy(now, progress.acknowledged()).orElse(null);
        boolean known = progress.highest()
                .filter(highest -> reached == null || highest.compareTo(reached) >= 0)
                .isPresent();
        if (reached == null || known) {
            return Optional.empty();
        }
        Set<Rung> recorded = progress.rungs();
        List<Call> passed = stretches.stream()
                .filter(stretch -> stretch.rung.compareTo(reached.rung()) < 0 && !recorded.contains(stretch.rung))
                .map(stretch -> stretch.call(0))
                .toList();
        return Optional.of(new Ascent(passed, reached));
    }

    /** The instant of the first call above what is recorded: when somebody has to look again. */
    public Instant nextAt(Progress progress) {
        Call highest = progress.highest().orElse(null);
        if (highest == null) {
            return stretches.get(0).from;
        }
        Stretch next = stretches.stream()
                .filter(stretch -> stretch.rung.compareTo(highest.rung()) > 0)
                .findFirst()
                .orElse(null);
        Stretch current = stretches.stream()
                .filter(stretch -> stretch.rung == highest.rung())
                .findFirst()
                .orElse(null);
        if (current == null || callsNoMore(current, progress.acknowledged())) {
            return next == null ? last().call(highest.number() + 1).at() : next.from;
        }
        Instant repeated = current.call(highest.number() + 1).at();
        return next == null || repeated.isBefore(next.from) ? repeated : next.from;
    }

    /** The instant at which a rung is reached; empty for one that the ladder leaves out. */
    public Optional<Instant> reaches(Rung rung) {
        return stretches.stream()
                .filter(stretch -> stretch.rung == rung)
                .map(Stretch::from)
                .findFirst();
    }

    private Optional<Call> reachedBy(Instant now, Set<Rung> acknowledged) {
        return stretches.stream()
                .filter(stretch -> !stretch.from.isAfter(now))
                .reduce((lower, higher) -> higher)
                .map(stretch -> stretch.call(
                        callsNoMore(stretch, acknowledged)
                                ? 0
                                : stretch.pace.within(Duration.between(stretch.from, now))));
    }

    private boolean callsNoMore(Stretch stretch, Set<Rung> acknowledged) {
        return acknowledged.contains(stretch.rung) && !stretch.rung.isLast();
    }

    private Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    private static Duration part(Duration whole, int parts) {
        return Duration.ofMillis(whole.toMillis() / parts);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
