package dev.cordon.policy;

import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.at;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimeTest {
    private static final Calendar BERLIN = Calendars.mondayToFriday("Europe/Berlin");

    @Test
    void hoursAreElapsedTime() {
        assertThat(due(ARule.within("24 hours").pinned(), march("2 10:00"))).isEqualTo(march("3 10:00"));
    }

    @Test
    void daysAreTwentyFourHoursEvenWhereTheLocalClockChanges() {
        Instant start = at("2026-03-28T12:00:00Z");

        assertThat(due(ARule.within("7 days").in(BERLIN), start)).isEqualTo(start.plus(Duration.ofHours(7 * 24)));
    }

    @Test
    void fiveBusinessDaysFromMondayMidnightEndOnSaturdayMidnight() {
        PinnedRule rule = ARule.within("5 business days").in(Calendars.UTC);

        assertThat(due(rule, march("2 00:00"))).isEqualTo(march("7 00:00"));
        assertThat(due(rule, march("2 00:00").plus(MILLI)))
                .isEqualTo(march("9 00:00").plus(MILLI));
    }

    @Test
    void businessDaysFromTheMillisecondBeforeMondayAreThoseFromMonday() {
        PinnedRule rule = ARule.within("1 business day").in(Calendars.UTC);

        assertThat(due(rule, march("2 00:00").minus(MILLI))).isEqualTo(march("3 00:00"));
    }

    @ParameterizedTest(name = "{0} + {1} in {2} = {3}")
    @CsvSource({
        "2026-01-31T10:00:00Z, 1 month, UTC, 2026-02-28T10:00:00Z",
        "2028-01-31T10:00:00Z, 1 month, UTC, 2028-02-29T10:00:00Z",
        "2026-01-31T10:00:00Z, 2 months, UTC, 2026-03-31T10:00:00Z",
        "2026-12-31T23:30:00Z, 2 months, UTC, 2027-02-28T23:30:00Z",
        "2026-12-31T23:30:00Z, 2 months, Europe/Berlin, 2027-02-28T23:30:00Z",
        "2026-01-30T23:30:00Z, 1 month, Europe/Berlin, 2026-02-27T23:30:00Z",
        "2026-03-15T09:00:00Z, 1 month, Europe/Berlin, 2026-04-15T08:00:00Z"
    })
    void monthsKeepTheLocalTimeAndAreClamped(Instant start, String span, String zone, Instant expected) {
        assertThat(due(ARule.within(span).in(Calendars.mondayToFriday(zone)), start))
                .isEqualTo(expected);
    }

    @Test
    void monthsWithoutACalendarAreCountedInUtc() {
        assertThat(due(ARule.within("1 month").pinned(), at("2026-03-15T09:00:00Z")))
                .isEqualTo(at("2026-04-15T09:00:00Z"));
    }

    @Test
    void aMonthThatEndsInAGapOfTheLocalClockEndsLater() {
        // 02:30 on 2026-03-29 does not exist in Berlin; an hour later is 03:30, which is 01:30 UTC.
        assertThat(due(ARule.within("1 month").in(BERLIN), at("2026-02-28T01:30:00Z")))
                .isEqualTo(at("2026-03-28T01:30:00Z"));
        assertThat(due(ARule.within("2 months").in(BERLIN), at("2026-01-29T01:30:00Z")))
                .isEqualTo(at("2026-03-29T01:30:00Z"));
    }

    @Test
    void aMonthThatEndsAtARepeatedLocalTimeEndsAtTheEarlier() {
        // 02:30 on 2026-10-25 comes twice in Berlin: at 00:30 and at 01:30 UTC.
        assertThat(due(ARule.within("1 month").in(BERLIN), at("2026-09-25T00:30:00Z")))
                .isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(due(ARule.within("7 months").in(BERLIN), at("2026-03-25T01:30:00Z")))
                .isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(due(ARule.within("11 months").in(BERLIN), at("2025-11-25T01:30:00Z")))
                .isEqualTo(at("2026-10-25T00:30:00Z"));
    }

    @Test
    void aRollMovesAWeekendToTheSameLocalTimeOnMonday() {
        PinnedRule rule = ARule.within("5 days").rolling().pinned();

        assertThat(due(rule, march("1 23:59"))).isEqualTo(march("6 23:59"));
        assertThat(due(rule, march("2 00:00"))).isEqualTo(march("9 00:00"));
        assertThat(due(rule, march("3 23:59"))).isEqualTo(march("9 23:59"));
        assertThat(due(rule, march("4 00:00"))).isEqualTo(march("9 00:00"));
    }

    @Test
    void aRollLooksAtTheWeekendOfTheCalendarsZoneAndAtItsLocalTime() {
        PinnedRule rule = ARule.within("1 day").rolling().in(BERLIN);

        // Friday 23:30 UTC is already Saturday in Berlin, and Sunday 23:00 UTC already Monday.
        assertThat(due(rule, march("5 23:30"))).isEqualTo(march("8 23:30"));
        assertThat(due(rule, march("7 23:00"))).isEqualTo(march("8 23:00"));
        // Over the change to summer time the local time stays.
        assertThat(due(rule, march("27 12:00"))).isEqualTo(march("30 11:00"));
    }

    @Test
    void aRollIgnoresHolidays() {
        Calendar calendar = Calendars.mondayToFriday("UTC", "2026-03-09");

        assertThat(due(ARule.within("5 days").rolling().in(calendar), march("2 12:00")))
                .isEqualTo(march("9 12:00"));
    }

    @Test
    void theEarliestFactOfItsKindStartsTheClockAndMachinesMayStartIt() {
        ACase incident = ACase.reported(march("3 10:00")).byMachine(FactKind.REPORT_RECEIVED, march("2 10:00"));

        Reading reading = ARule.within("24 hours").pinned().read(incident.history(), march("2 11:00"));

        assertThat(reading.startedAt()).isEqualTo(march("2 10:00"));
        assertThat(reading.dueAt()).isEqualTo(march("3 10:00"));
    }

    @Test
    void withoutItsStartThereIsNothingToRead() {
        ACase incident = ACase.EMPTY.with(FactKind.FIX_RELEASED, march("2 10:00"));

        Reading reading = ARule.within("24 hours").pinned().read(incident.history(), LATER);

        assertThat(reading).isEqualTo(Reading.NOTHING);
        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.PENDING);
    }

    @Test
    void aRuleWithoutAFigureStartsAndStopsButIsNeverDueAtRiskOrOverrun() {
        ACase reported = ACase.reported(march("2 10:00"));
        PinnedRule rule = ARule.untimed().pinned();

        Reading running = rule.read(reported.history(), LATER);
        Reading met = rule.read(
                reported.with(FactKind.FIX_RELEASED, march("30 10:00")).history(), LATER);

        assertThat(running.startedAt()).isEqualTo(march("2 10:00"));
        assertThat(running.dueAt()).isNull();
        assertThat(running.atRiskAt()).isNull();
        assertThat(running.state(LATER)).isEqualTo(MilestoneState.RUNNING);
        assertThat(met.state(LATER)).isEqualTo(MilestoneState.MET);
        assertThat(met.overruns()).isEmpty();
    }

    @Test
    void businessDaysWithoutACalendarAreRefused() {
        assertThatThrownBy(() -> ARule.within("1 business day").pinned())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a calendar");
    }

    private static Instant due(PinnedRule rule, Instant start) {
        return rule.read(ACase.reported(start).history(), start).dueAt();
    }
}
