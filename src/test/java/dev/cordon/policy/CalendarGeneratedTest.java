package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the calendar with one that looks at every minute, around changes of the local clocks. */
class CalendarGeneratedTest {
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/Los_Angeles",
            "Europe/Berlin",
            "Asia/Kathmandu",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Casablanca",
            "America/Sao_Paulo");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void addsWorkingTimeAsOneWhoWatchesEveryMinute(long seed) {
        Random random = new Random(seed);
        Calendar calendar = calendar(random);
        Instant start = someMinuteNearAClockChange(calendar.zone(), random);
        int minutes = random.nextInt(6 * 1440);

        Instant expected = new MinuteWatch(calendar, start).afterWorking(minutes);

        assertThat(calendar.addWorkingTime(start, Duration.ofMinutes(minutes)))
                .as("seed %d: %d minutes from %s in %s", seed, minutes, start, calendar)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void measuresWorkingTimeAsOneWhoWatchesEveryMinute(long seed) {
        Random random = new Random(seed);
        Calendar calendar = calendar(random);
        Instant from = someMinuteNearAClockChange(calendar.zone(), random);
        Instant to = from.plus(random.nextInt(12 * 1440), ChronoUnit.MINUTES);

        int expected = new MinuteWatch(calendar, from).workingMinutesUntil(to);

        assertThat(calendar.workingTimeBetween(from, to))
                .as("seed %d: from %s to %s in %s", seed, from, to, calendar)
                .isEqualTo(Duration.ofMinutes(expected));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void whatWasAddedIsWhatLiesBetweenAndLessLiesBeforeIt(long seed) {
        Random random = new Random(seed);
        Calendar calendar = calendar(random);
        Instant start = someMinuteNearAClockChange(calendar.zone(), random);
        Duration time = Duration.ofMillis(1 + random.nextInt(1_000_000_000));

        Instant end = calendar.addWorkingTime(start, time);

        assertThat(calendar.workingTimeBetween(start, end)).as("seed %d", seed).isEqualTo(time);
        assertThat(calendar.workingTimeBetween(start, end.minusMillis(1)))
                .as("seed %d: the end is the earliest", seed)
                .isEqualTo(time.minusMillis(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void whatWasSubtractedIsWhatLiesBetweenAndLessLiesAfterIt(long seed) {
        Random random = new Random(seed);
        Calendar calendar = calendar(random);
        Instant end = someMinuteNearAClockChange(calendar.zone(), random);
        Duration time = Duration.ofMillis(1 + random.nextInt(1_000_000_000));

        Instant start = calendar.subtractWorkingTime(end, time);

        assertThat(calendar.workingTimeBetween(start, end)).as("seed %d", seed).isEqualTo(time);
        assertThat(calendar.workingTimeBetween(start.plusMillis(1), end))
                .as("seed %d: the start is the latest", seed)
                .isEqualTo(time.minusMillis(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.cordon.policy.Seeds#some")
    void subtractsWorkingTimeAsOneWhoWatchesEveryMinute(long seed) {
        Random random = new Random(seed);
        Calendar calendar = calendar(random);
        Instant end = someMinuteNearAClockChange(calendar.zone(), random);
        int minutes = 1 + random.nextInt(4 * 1440);

        Instant start = calendar.subtractWorkingTime(end, Duration.ofMinutes(minutes));

        MinuteWatch watch = new MinuteWatch(calendar, start);
        assertThat(watch.isWorking())
                .as("seed %d: %s is worked on in %s", seed, start, calendar)
                .isTrue();
        assertThat(watch.workingMinutesUntil(end))
                .as("seed %d: %d minutes before %s in %s", seed, minutes, end, calendar)
                .isEqualTo(minutes);
    }

    static Calendar calendar(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Set<DayOfWeek> days = new HashSet<>(Set.of(DayOfWeek.of(1 + random.nextInt(7))));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        return new Calendar("generated", zone, days, holidays(random));
    }

    static Instant someMinuteNearAClockChange(ZoneId zone, Random random) {
        Instant some = Instant.parse("2005-01-01T00:00:00Z").plus(random.nextInt(22 * 365), ChronoUnit.DAYS);
        var change = zone.getRules().nextTransition(some);
        Instant near = change == null || random.nextInt(4) == 0 ? some : change.getInstant();
        return near.plus(random.nextInt(4 * 1440) - 3 * 1440, ChronoUnit.MINUTES);
    }

    private static Set<LocalDate> holidays(Random random) {
        Set<LocalDate> dates = new HashSet<>();
        for (int count = random.nextInt(400); count > 0; count--) {
            dates.add(LocalDate.of(2005, 1, 1).plusDays(random.nextInt(22 * 365)));
        }
        return dates;
    }
}
