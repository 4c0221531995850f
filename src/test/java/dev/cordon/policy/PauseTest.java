package dev.cordon.policy;

import static dev.cordon.policy.Times.LATER;
import static dev.cordon.policy.Times.MILLI;
import static dev.cordon.policy.Times.at;
import static dev.cordon.policy.Times.march;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final PinnedRule FIVE_DAYS =
            ARule.within("5 days").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();
    private static final ACase REPORTED = ACase.reported(march("2 10:00"));

    @Test
    void aFinishedPauseMovesTheDueTimeByItsLength() {
        Reading reading = FIVE_DAYS.read(
                REPORTED.waiting(march("3 10:00"), march("4 12:00")).history(), march("4 12:00"));

        assertThat(reading.dueAt()).isEqualTo(march("8 12:00"));
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofHours(26));
        assertThat(reading.pausedSince()).isNull();
        assertThat(reading.state(march("8 12:00"))).isEqualTo(MilestoneState.RUNNING);
        assertThat(reading.state(march("8 12:00").plus(MILLI))).isEqualTo(MilestoneState.BREACHED);
    }

    @Test
    void aPauseThatGoesOnFreezesTheDueTime() {
        ACase waiting = REPORTED.waiting(march("3 10:00"), march("3 16:00")).waiting(march("5 10:00"), null);

        Reading reading = FIVE_DAYS.read(waiting.history(), march("20 10:00"));

        assertThat(reading.dueAt()).isEqualTo(march("7 16:00"));
        assertThat(reading.pausedSince()).isEqualTo(march("5 10:00"));
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofHours(6));
        assertThat(reading.atRiskAt()).isNull();
        assertThat(reading.overruns()).isEmpty();
        assertThat(reading.state(march("20 10:00"))).isEqualTo(MilestoneState.PAUSED);
    }

    @Test
    void whilePausedTheDueTimeReadsAsIfResumedNow() {
        Instant due = march("7 10:00");

        assertThat(FIVE_DAYS.dueIfResumedAt(due, march("5 10:00"), march("5 10:00")))
                .isEqualTo(due);
        assertThat(FIVE_DAYS.dueIfResumedAt(due, march("5 10:00"), march("9 11:00")))
                .isEqualTo(march("11 11:00"));
    }

    @Test
    void aPauseBegunAtTheDueTimeCountsAndOneMillisecondLaterNot() {
        Instant due = march("7 10:00");

        Reading atDue =
                FIVE_DAYS.read(REPORTED.waiting(due, due.plusSeconds(60)).history(), LATER);
        Reading past = FIVE_DAYS.read(
                REPORTED.waiting(due.plus(MILLI), due.plusSeconds(60)).history(), LATER);

        assertThat(atDue.dueAt()).isEqualTo(due.plusSeconds(60));
        assertThat(past.dueAt()).isEqualTo(due);
        assertThat(past.pausedTotal()).isZero();
    }

    @Test
    void aPauseBegunAfterTheDueTimeDoesNotHideTheBreach() {
        Instant due = march("7 10:00");

        Reading atDue = FIVE_DAYS.read(REPORTED.waiting(due, null).history(), LATER);
        Reading past = FIVE_DAYS.read(REPORTED.waiting(due.plus(MILLI), null).history(), LATER);

        assertThat(atDue.state(LATER)).isEqualTo(MilestoneState.PAUSED);
        assertThat(past.pausedSince()).isNull();
        assertThat(past.state(LATER)).isEqualTo(MilestoneState.BREACHED);
        assertThat(past.overruns()).containsExactly(new Overrun(due, BreachCause.MISSED));
    }

    @Test
    void aPauseCountsIfItBeginsByTheDueTimeThatEarlierPausesMoved() {
        ACase waiting =
                REPORTED.waiting(march("7 09:00"), march("7 11:00")).waiting(march("7 12:00"), march("8 00:00"));

        assertThat(FIVE_DAYS.read(waiting.history(), LATER).dueAt()).isEqualTo(march("8 00:00"));
    }

    @Test
    void overlappingAndTouchingWaitsAreOnePause() {
        ACase waiting = REPORTED.waiting(march("4 10:00"), march("4 14:00"))
                .waiting(march("4 12:00"), march("4 13:00"))
                .waiting(march("4 14:00"), march("4 15:00"))
                .waiting(march("4 09:00"), march("4 10:00"));

        Reading reading = FIVE_DAYS.read(waiting.history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(march("7 16:00"));
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aWaitThatGoesOnSwallowsThoseWithinIt() {
        ACase waiting = REPORTED.waiting(march("4 10:00"), null).waiting(march("5 10:00"), march("6 10:00"));

        Reading reading = FIVE_DAYS.read(waiting.history(), march("6 12:00"));

        assertThat(reading.pausedSince()).isEqualTo(march("4 10:00"));
        assertThat(reading.pausedTotal()).isZero();
    }

    @Test
    void aWaitThatGoesOnWhereAnotherEndedIsPausedSinceTheFirst() {
        ACase waiting = REPORTED.waiting(march("4 10:00"), march("5 10:00")).waiting(march("5 10:00"), null);

        Reading reading = FIVE_DAYS.read(waiting.history(), march("6 12:00"));

        assertThat(reading.pausedSince()).isEqualTo(march("4 10:00"));
        assertThat(reading.pausedTotal()).isZero();
    }

    @Test
    void theEndOfAWaitIsExclusive() {
        ACase waiting = REPORTED.waiting(march("4 10:00"), march("5 10:00"));

        assertThat(FIVE_DAYS
                        .read(waiting.history(), march("5 10:00").minus(MILLI))
                        .pausedSince())
                .isEqualTo(march("4 10:00"));
        assertThat(FIVE_DAYS.read(waiting.history(), march("5 10:00")).pausedSince())
                .isNull();
    }

    @Test
    void aWaitBegunThisInstantIsAlreadyAPause() {
        Reading reading =
                FIVE_DAYS.read(REPORTED.waiting(march("4 10:00"), null).history(), march("4 10:00"));

        assertThat(reading.state(march("4 10:00"))).isEqualTo(MilestoneState.PAUSED);
    }

    @Test
    void waitsOnOthersAndEmptyOnesMoveNothing() {
        ACase waiting = REPORTED.waitingOn(WaitingOn.VENDOR, march("3 10:00"), march("4 10:00"))
                .waitingOn(WaitingOn.NONE, march("3 10:00"), null)
                .waiting(march("5 10:00"), march("5 10:00"));

        assertThat(FIVE_DAYS.read(waiting.history(), march("6 10:00")).dueAt()).isEqualTo(march("7 10:00"));
        assertThat(FIVE_DAYS.read(waiting.history(), march("6 10:00")).pausedTotal())
                .isZero();
    }

    @Test
    void aRuleThatDoesNotPauseIgnoresWaits() {
        PinnedRule rule = ARule.within("5 days").pinned();

        assertThat(rule.read(REPORTED.waiting(march("3 10:00"), null).history(), LATER)
                        .state(LATER))
                .isEqualTo(MilestoneState.BREACHED);
    }

    @Test
    void whatWasWaitedBeforeTheStartDoesNotCount() {
        ACase waiting = REPORTED.waiting(march("1 10:00"), march("2 13:00"));

        Reading reading = FIVE_DAYS.read(waiting.history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(march("7 13:00"));
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aPauseIsCutAtTheStop() {
        ACase stopped = REPORTED.waiting(march("6 10:00"), null).with(FactKind.FIX_RELEASED, march("9 10:00"));

        Reading reading = FIVE_DAYS.read(stopped.history(), LATER);

        assertThat(reading.pausedSince()).isNull();
        assertThat(reading.pausedTotal()).isEqualTo(Duration.ofDays(3));
        assertThat(reading.dueAt()).isEqualTo(march("10 10:00"));
        assertThat(reading.state(LATER)).isEqualTo(MilestoneState.MET);
    }

    @Test
    void monthsMoveByWallTime() {
        PinnedRule rule =
                ARule.within("1 month").pausedWhileWaitingOn(WaitingOn.REPORTER).pinned();

        Reading reading =
                rule.read(REPORTED.waiting(march("7 00:00"), march("9 00:00")).history(), LATER);

        assertThat(reading.dueAt()).isEqualTo(at("2026-04-04T10:00:00Z"));
    }
}
