package dev.cordon.policy;

import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseOnABusinessCalendarTest {
    private static final PinnedRule THREE_BUSINESS_DAYS = ARule.within("3 business days")
            .pausedWhileWaitingOn(WaitingOn.REPORTER)
            .in(Calendars.UTC);

    @Test
    void aPausedWeekendMovesNothingButIsWallTimePaused() {
        ACase waiting = ACase.reported(march("6 10:00")).waiting(march("7 00:00"), march("9 00:00"));

        Reading reading = THREE_BUSINESS_DAYS.read(waiting.history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(march("11 10:00"));
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void onlyWorkingTimeMovesTheDueTime() {
        ACase waiting = ACase.reported(march("6 10:00")).waiting(march("6 20:00"), march("9 03:00"));

        assertThat(THREE_BUSINESS_DAYS.read(waiting.history(), LATER).dueAt()).isEqualTo(march("11 17:00"));
    }

    @Test
    void aDueTimeAtTheEndOfFridayMovesIntoMonday() {
        ACase waiting = ACase.reported(march("4 00:00")).waiting(march("6 12:00"), march("6 13:00"));

        assertThat(THREE_BUSINESS_DAYS.read(waiting.history(), LATER).dueAt()).isEqualTo(march("9 01:00"));
    }

    @Test
    void resumingNowCountsOnlyWorkingTime() {
        assertThat(THREE_BUSINESS_DAYS.dueIfResumedAt(march("11 10:00"), march("6 20:00"), march("8 12:00")))
                .isEqualTo(march("11 14:00"));
    }

    @Test
    void touchingWaitsFromTheDueTimeOnCountAsOneThoughTheFirstMovesNothing() {
        // Due at the end of Friday, and waited for from there: first over Saturday, then until Tuesday.
        ACase waiting = ACase.reported(march("4 00:00"))
                .waiting(march("7 00:00"), march("8 00:00"))
                .waiting(march("8 00:00"), march("10 00:00"));

        assertThat(THREE_BUSINESS_DAYS.read(waiting.history(), LATER).dueAt()).isEqualTo(march("10 00:00"));
    }
}
