package dev.cordon.policy;

import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtRiskTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));

    @Test
    void isWhenThreeQuartersOfTheTimeAreGone() {
        assertThat(atRiskAt(ARule.within("24 hours").pinned(), REPORTED)).isEqualTo(march("3 04:00"));
    }

    @Test
    void upToFortyEightHoursOnlyTheThreeQuartersCount() {
        assertThat(atRiskAt(ARule.within("48 hours").pinned(), REPORTED)).isEqualTo(march("3 22:00"));
    }

    @Test
    void overFortyEightHoursTheLastDayIsAtRiskToo() {
        assertThat(atRiskAt(ARule.within("49 hours").pinned(), REPORTED)).isEqualTo(march("3 11:00"));
        assertThat(atRiskAt(ARule.within("4 days").pinned(), REPORTED)).isEqualTo(march("5 10:00"));
    }

    @Test
    void overFourDaysTheThreeQuartersComeFirst() {
        assertThat(atRiskAt(ARule.within("8 days").pinned(), REPORTED)).isEqualTo(march("8 10:00"));
    }

    @Test
    void aPauseDoesNotCountAsTimeGone() {
        PinnedRule rule = ARule.within("24 hours")
                .pausedWhileWaitingOn(WaitingOn.REPORTER)
                .pinned();

        assertThat(atRiskAt(rule, REPORTED.waiting(march("2 12:00"), march("4 12:00"))))
                .isEqualTo(march("5 04:00"));
    }

    @Test
    void onABusinessCalendarWallTimeCounts() {
        PinnedRule rule = ARule.within("1 business day").in(Calendars.UTC);

        // From Friday 10:00 to Monday 10:00 are three days, so the last day is at risk.
        assertThat(atRiskAt(rule, ACase.reported(march("6 10:00")))).isEqualTo(march("8 10:00"));
    }

    @Test
    void theLastMillisecondsRoundUp() {
        DueTime tiny = new DueTime(
                march("2 10:00"),
                march("2 10:00"),
                List.of(),
                List.of(),
                march("2 10:00").plusMillis(7),
                march("2 10:00").plusMillis(7));

        // Three quarters of 7 ms are 5.25 ms, reached at the sixth.
        assertThat(tiny.atRiskAt()).isEqualTo(march("2 10:00").plusMillis(6));
    }

    @Test
    void isNeverAfterTheDueTime() {
        PinnedRule rule = ARule.within("1 business day")
                .pausedWhileWaitingOn(WaitingOn.REPORTER)
                .in(Calendars.UTC);
        ACase incident = ACase.reported(march("6 00:00")).waiting(march("7 00:00"), march("9 00:00"));

        Reading reading = rule.read(incident.history(), LATER);

        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofDays(2));
        assertThat(reading.dueAt()).isEqualTo(march("7 00:00"));
        assertThat(reading.atRiskAt()).isEqualTo(march("7 00:00"));
    }

    private static Instant atRiskAt(PinnedRule rule, ACase incident) {
        return rule.read(incident.history(), LATER).atRiskAt();
    }
}
