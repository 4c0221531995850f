package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random climbs beside somebody who lists every call of a year in advance and crosses out what does not hold. */
class ClimbGeneratedTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration WATCHED = Duration.ofDays(500);

    static LongStream seeds() {
        return Seeds.many();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsWhatTheListSaysWheneverSomebodyLooks(long seed) {
        Random random = new Random(seed);
        Ladder ladder = ladder(random);
        OpenDeadline deadline = deadline(random);
        boolean offer = random.nextInt(4) == 0;
        Climb climb = offer ? Climb.ofOffer(ladder, START) : Climb.of(ladder, deadline);
        List<Call> all = offer ? listOfOffer(ladder) : list(ladder, deadline);

        Progress progress = Progress.NONE;
        Instant now = START;
        for (int i = 0; i < 40; i++) {
            now = later(now, all, progress, random);
            Progress before = progress;
            Optional<Ascent> ascent = climb.ascent(progress, now);
            assertThat(ascent.map(Ascent::told)).as("told at %s", now).isEqualTo(expected(all, progress, now));
            progress = progress.and(ascent.map(Ascent::calls).orElse(List.of()));
            progress = random.nextInt(3) == 0 ? acknowledged(progress) : progress;
            assertThat(climb.ascent(progress, now)).as("told twice at %s", now).isEmpty();
            assertThat(climb.nextAt(progress))
                    .as("next after %s, %s", now, before)
                    .isEqualTo(next(all, progress));
        }
        assertThat(progress.recorded().stream().map(call -> call.rung() + " " + call.number()))
                .doesNotHaveDuplicates();
    }

    /** Mostly right at a call, a millisecond beside it, or long after. */
    private static Instant later(Instant now, List<Call> all, Progress progress, Random random) {
        Instant instant = random.nextInt(3) == 0
                ? now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 3)))
                : next(all, progress).plusMillis(random.nextInt(3) - 1);
        return instant.isBefore(now) ? now : instant;
    }

    private static Progress acknowledged(Progress progress) {
        Set<Rung> acknowledged = new HashSet<>(progress.acknowledged());
        progress.highest().ifPresent(call -> acknowledged.add(call.rung()));
        return new Progress(progress.recorded(), acknowledged);
    }

    private static Optional<Call> expected(List<Call> all, Progress progress, Instant now) {
        return all.stream()
                .filter(call -> !call.at().isAfter(now) && calls(call, progress))
                .reduce((lower, higher) -> higher)
                .filter(call -> progress.recorded().stream().allMatch(done -> done.compareTo(call) < 0));
    }

    private static Instant next(List<Call> all, Progress progress) {
        return all.stream()
                .filter(call -> calls(call, progress))
                .filter(call -> progress.recorded().stream().allMatch(done -> done.compareTo(call) < 0))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static boolean calls(Call call, Progress progress) {
        return call.number() == 0
                || call.rung().isLast()
                || !progress.acknowledged().contains(call.rung());
    }

    private static List<Call> list(Ladder ladder, OpenDeadline deadline) {
        long whole = Math.max(0, deadline.whole().toMillis());
        long quarter = Math.max(whole / 4, 15 * 60_000L);
        long back = Math.min(2 * quarter, ladder.again().first().toMillis());
        Instant due = deadline.dueAt();
        List<Call> rungs = new ArrayList<>();
        rungs.add(new Call(Rung.AT_RISK, 0, deadline.atRiskAt()));
        rungs.add(new Call(
                Rung.BEFORE_DUE, 0, due.minusMillis(Math.min(ladder.beforeDue().toMillis(), whole / 10))));
        rungs.add(new Call(Rung.BREACHED, 0, due.plusMillis(1)));
        rungs.add(new Call(Rung.QUARTER_PAST, 0, due.plusMillis(quarter)));
        rungs.add(new Call(Rung.STILL_OPEN, 0, due.plusMillis(quarter + back)));
        long longest = ladder.again().longest().toMillis();
        return withRepeats(ladder, rungs, Math.min(2 * back, longest), longest);
    }

    private static List<Call> listOfOffer(Ladder ladder) {
        List<Call> rungs = new ArrayList<>();
        ladder.offered().forEach((rung, after) -> rungs.add(new Call(rung, 0, START.plus(after))));
        return withRepeats(
                ladder,
                rungs,
                ladder.again().first().toMillis(),
                ladder.again().longest().toMillis());
    }

    private static List<Call> withRepeats(Ladder ladder, List<Call> rungs, long lastFirst, long lastLongest) {
        rungs.removeIf(call -> ladder.told(call.rung()).isEmpty());
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            boolean last = i == rungs.size() - 1;
            Instant end = last
                    ? START.plus(WATCHED.multipliedBy(4))
                    : rungs.get(i + 1).at();
            long interval = last ? lastFirst : ladder.repeat().first().toMillis();
            long longest = last ? lastLongest : ladder.repeat().longest().toMillis();
            calls.add(rungs.get(i));
            Instant at = rungs.get(i).at().plusMillis(interval);
            for (int number = 1; at.isBefore(end); number++) {
                calls.add(new Call(rungs.get(i).rung(), number, at));
                interval = Math.min(2 * interval, longest);
                at = at.plusMillis(interval);
            }
        }
        return calls;
    }

    private static Ladder ladder(Random random) {
        if (random.nextInt(3) == 0) {
            return Ladder.DEFAULT;
        }
        String words = "{tell: {%s: [], %s: []}, beforeDue: %d hours, repeat: {first: %d hours, longest: %d hours},"
                + " again: {first: %d hours, longest: %d days}}";
        int first = 1 + random.nextInt(5);
        int again = 1 + random.nextInt(24);
        List<Rung> some = List.of(Rung.AT_RISK, Rung.BEFORE_DUE, Rung.BREACHED, Rung.QUARTER_PAST);
        int left = random.nextInt(4);
        String filled = words.formatted(
                some.get(left),
                some.get((left + 1 + random.nextInt(3)) % 4),
                1 + random.nextInt(50),
                first,
                first + random.nextInt(40),
                again,
                1 + random.nextInt(9));
        return PolicyReader.read("p.yaml", LadderTest.saying(filled)).get(0).ladder();
    }

    private static OpenDeadline deadline(Random random) {
        Duration whole = Duration.ofMillis(random.nextLong(Duration.ofDays(40).toMillis()) - 3_600_000);
        Duration paused = random.nextBoolean() ? Duration.ZERO : Duration.ofHours(random.nextInt(100));
        Instant due = START.plus(whole).plus(paused);
        DueTime times = new DueTime(START, due, List.of(), List.of(), due, due);
        return new OpenDeadline(
                START,
                due,
                paused,
                paused.isZero() ? times.atRiskAt() : due.minusMillis(Math.max(0, whole.toMillis() / 4)));
    }
}
