package dev.cordon.policy;

import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.at;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aWorkingWeekFromMondayMidnightEndsWithFridayNotWithTheNextMonday() {
        Instant end = Calendars.UTC.addWorkingTime(march("2 00:00"), DAY.multipliedBy(5));

        assertThat(end).isEqualTo(march("7 00:00"));
    }

    @Test
    void aMillisecondMoreThanAWorkingWeekEndsOnTheNextMonday() {
        Instant end = Calendars.UTC.addWorkingTime(
                march("2 00:00"), DAY.multipliedBy(5).plus(MILLI));

        assertThat(end).isEqualTo(march("9 00:00").plus(MILLI));
    }

    @Test
    void fromFridayAfternoonADayEndsOnMondayAfternoon() {
        assertThat(Calendars.UTC.addWorkingTime(march("6 15:30"), DAY)).isEqualTo(march("9 15:30"));
    }

    @Test
    void aStartOnAWeekendWaitsForMonday() {
        assertThat(Calendars.UTC.addWorkingTime(march("7 11:00"), DAY)).isEqualTo(march("10 00:00"));
        assertThat(Calendars.UTC.addWorkingTime(march("8 23:59"), MILLI))
                .isEqualTo(march("9 00:00").plus(MILLI));
    }

    @Test
    void aHolidayIsNoWorkingDay() {
        Calendar calendar = Calendars.mondayToFriday("UTC", "2026-03-09");

        assertThat(calendar.addWorkingTime(march("6 12:00"), DAY)).isEqualTo(march("10 12:00"));
        assertThat(calendar.addWorkingTime(march("9 12:00"), DAY)).isEqualTo(march("11 00:00"));
    }

    @Test
    void noWorkingTimeEndsAtItsStartEvenOnAWeekend() {
        assertThat(Calendars.UTC.addWorkingTime(march("7 11:00"), Duration.ZERO))
                .isEqualTo(march("7 11:00"));
    }

    @Test
    void aDayOfTwentyThreeHoursCountsAsItIs() {
        Calendar berlin = Calendars.everyDay("Europe/Berlin");
        Instant sundayMidnight = at("2026-03-28T23:00:00Z");

        assertThat(berlin.addWorkingTime(sundayMidnight, DAY)).isEqualTo(at("2026-03-29T23:00:00Z"));
        assertThat(berlin.workingTimeBetween(sundayMidnight, at("2026-03-29T22:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aShortWorkingDayBeforeADayOffTakesItsLastHourFromTheNextWorkingDay() {
        Calendar sundaysOnly = new Calendar("sundays", ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.SUNDAY), Set.of());

        assertThat(sundaysOnly.addWorkingTime(at("2026-03-28T23:00:00Z"), DAY)).isEqualTo(at("2026-04-04T23:00:00Z"));
    }

    @Test
    void aDayOfTwentyFiveHoursCountsAsItIs() {
        Calendar berlin = Calendars.everyDay("Europe/Berlin");
        Instant sundayMidnight = at("2026-10-24T22:00:00Z");

        assertThat(berlin.workingTimeBetween(sundayMidnight, at("2026-10-25T23:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(berlin.addWorkingTime(sundayMidnight, DAY)).isEqualTo(at("2026-10-25T22:00:00Z"));
    }

    @Test
    void aDayWhoseMidnightDoesNotExistBeginsWithItsFirstInstant() {
        Calendar beirut = new Calendar("beirut", ZoneId.of("Asia/Beirut"), Set.of(DayOfWeek.SUNDAY), Set.of());

        // On 2026-03-29 the clocks of Beirut go from 00:00 to 01:00, which is 22:00 UTC of the day before.
        assertThat(beirut.addWorkingTime(at("2026-03-27T12:00:00Z"), MILLI))
                .isEqualTo(at("2026-03-28T22:00:00Z").plus(MILLI));
        assertThat(beirut.workingTimeBetween(at("2026-03-28T00:00:00Z"), at("2026-03-31T00:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aDayThatClocksSetBackOverMidnightGoesOnOnceBegun() {
        Calendar newfoundland = Calendars.mondayToFriday("America/St_Johns", "2010-11-06");
        Calendar sundays = new Calendar("sundays", ZoneId.of("America/St_Johns"), Set.of(DayOfWeek.SUNDAY), Set.of());
        Instant sunday = at("2010-11-07T02:30:00Z");

        // One minute into that Sunday the clocks went back to 23:01 of Saturday.
        assertThat(sundays.workingTimeBetween(sunday, sunday.plus(DAY.multipliedBy(2))))
                .isEqualTo(Duration.ofHours(25));
        assertThat(sundays.workingTimeBetween(sunday.plusSeconds(1800), sunday.plusSeconds(3600)))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(newfoundland.workingTimeBetween(sunday, sunday.plusSeconds(7200)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aDateThatAZoneLeftOutTakesNoTime() {
        Calendar apia = Calendars.mondayToFriday("Pacific/Apia");

        // Samoa went from Thursday, 29 December 2011, to Saturday, 31 December.
        assertThat(apia.addWorkingTime(at("2011-12-29T10:00:00Z"), Duration.ofMillis(1)))
                .isEqualTo(at("2011-12-29T10:00:00Z").plus(MILLI));
        assertThat(apia.addWorkingTime(at("2011-12-30T09:59:00Z"), Duration.ofMinutes(2)))
                .isEqualTo(at("2012-01-01T10:01:00Z"));
    }

    @Test
    void timeOutOfOrderIsNoWorkingTime() {
        assertThat(Calendars.UTC.workingTimeBetween(march("3 00:00"), march("2 00:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(Calendars.UTC.workingTimeBetween(march("3 00:00"), march("3 00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aWeekendIsNoWorkingTime() {
        assertThat(Calendars.UTC.workingTimeBetween(march("6 23:00"), march("9 01:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(Calendars.UTC.workingTimeBetween(march("7 00:00"), march("9 00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void refusesNegativeTimeAndAWeekWithoutWorkingDays() {
        assertThatThrownBy(() -> Calendars.UTC.addWorkingTime(march("2 00:00"), MILLI.negated()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Calendar("none", ZoneOffset.UTC, Set.of(), Set.<LocalDate>of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
