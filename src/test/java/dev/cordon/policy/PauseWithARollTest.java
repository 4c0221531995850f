package dev.cordon.policy;

import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PauseWithARollTest {
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));
    private static final PinnedRule ROLLING = ARule.within("5 days")
            .pausedWhileWaitingOn(WaitingOn.REPORTER)
            .rolling()
            .pinned();

    @Test
    void aPauseMovesTheDueTimeBeforeItRolls() {
        // Five days from Monday end on Saturday; a paused day makes it Sunday, and both roll to the same Monday.
        Reading reading = ROLLING.read(
                REPORTED.waiting(march("3 10:00"), march("4 10:00")).history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(march("9 10:00"));
    }

    @Test
    void aPauseThatCarriesItPastTheWeekendLeavesNothingToRoll() {
        Reading reading = ROLLING.read(
                REPORTED.waiting(march("3 10:00"), march("6 10:00")).history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(march("10 10:00"));
    }

    @Test
    void whilePausedItReadsAsItWillOnceResumed() {
        ACase paused = REPORTED.waiting(march("3 10:00"), null);
        Reading reading = ROLLING.read(paused.history(), march("4 10:00"));

        assertThat(ROLLING.dueIfResumedAt(reading.dueAt(), reading.pausedSince(), march("4 10:00")))
                .isEqualTo(march("9 10:00"));
        assertThat(ROLLING.dueIfResumedAt(reading.dueAt(), reading.pausedSince(), march("6 10:00")))
                .isEqualTo(march("10 10:00"));
    }

    @Test
    void aPauseBegunInTheDaysARollGrantedKeepsWhatIsLeftOfThem() {
        // Due on Saturday, rolled to Monday 10:00; paused on Sunday 10:00, a day is left.
        ACase paused = REPORTED.waiting(march("8 10:00"), march("11 10:00"));

        assertThat(ROLLING.read(paused.history(), LATER).dueAt()).isEqualTo(march("12 10:00"));
        assertThat(ROLLING.read(paused.history(), march("10 10:00")).state(march("10 10:00")))
                .isEqualTo(MilestoneState.PAUSED);
    }
}
