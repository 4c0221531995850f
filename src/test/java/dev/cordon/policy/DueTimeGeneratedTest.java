package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares due times after many overlapping pauses with a stopwatch that is looked at every minute. */
class DueTimeGeneratedTest {
    private static final int DAY = 1440;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void elapsedHoursStandStillInEveryPause(long seed) {
        Random random = new Random(seed);
        Calendar always = Calendars.everyDay("UTC");
        int hours = 1 + random.nextInt(72);
        PinnedRule rule = pausing(hours + " hours").pinned();

        compare(seed, rule, always, hours * 60, random);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void businessDaysStandStillInEveryPause(long seed) {
        Random random = new Random(seed);
        Calendar calendar = CalendarGeneratedTest.calendar(random);
        int days = 1 + random.nextInt(4);
        PinnedRule rule = pausing(days + " business days").in(calendar);

        compare(seed, rule, calendar, days * DAY, random);
    }

    private static void compare(long seed, PinnedRule rule, Calendar calendar, int minutes, Random random) {
        Instant start = CalendarGeneratedTest.someMinuteNearAClockChange(calendar.zone(), random);
        List<Wait> waits = waits(start, random);
        Instant due = new Stopwatch(calendar, waits).dueAfter(start, minutes);
        if (random.nextInt(3) == 0) {
            // Where pauses begin at the due time or a minute later is where mistakes are made.
            Instant since = due.plus(random.nextInt(2), ChronoUnit.MINUTES);
            waits.add(new Wait(WaitingOn.REPORTER, since, since.plus(1 + random.nextInt(2 * DAY), ChronoUnit.MINUTES)));
        }
        Instant expected = new Stopwatch(calendar, waits).dueAfter(start, minutes);
        CaseHistory history =
                new CaseHistory(ACase.reported(start).facts(), List.of(), waits, List.of(), List.of(), null);

        assertThat(rule.read(history, Times.LATER).dueAt())
                .as("seed %d: %s from %s with %s", seed, rule, start, waits)
                .isEqualTo(expected);
    }

    private static List<Wait> waits(Instant start, Random random) {
        List<Wait> waits = new ArrayList<>();
        for (int count = random.nextInt(7); count > 0; count--) {
            Instant since = start.plus(random.nextInt(5 * DAY) - DAY, ChronoUnit.MINUTES);
            Instant until = since.plus(random.nextInt(DAY), ChronoUnit.MINUTES);
            waits.add(new Wait(random.nextInt(5) == 0 ? WaitingOn.VENDOR : WaitingOn.REPORTER, since, until));
        }
        return waits;
    }

    private static ARule pausing(String span) {
        return ARule.within(span).pausedWhileWaitingOn(WaitingOn.REPORTER);
    }

    /** Counts down the minutes that are worked and not paused; a pause at the very end extends the time once. */
    private record Stopwatch(Calendar calendar, List<Wait> waits) {
        Instant dueAfter(Instant start, int minutes) {
            MinuteWatch watch = new MinuteWatch(calendar, start);
            for (int left = minutes; left > 0; watch.next()) {
                if (watch.isWorking() && !isPaused(watch.minute())) {
                    left--;
                }
            }
            Instant due = watch.minute();
            int extension = 0;
            for (; isPaused(watch.minute()); watch.next()) {
                extension += watch.isWorking() ? 1 : 0;
            }
            return new MinuteWatch(calendar, due).afterWorking(extension);
        }

        private boolean isPaused(Instant minute) {
            return waits.stream()
                    .filter(wait -> wait.on() == WaitingOn.REPORTER)
                    .anyMatch(wait ->
                            !wait.since().isAfter(minute) && wait.until().isAfter(minute));
        }
    }
}
